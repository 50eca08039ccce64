package io.whetstone.runner.llama;

/** The number format of the attention cache. */
public enum CacheType {
    F32(0),
    F16(1),
    Q8_0(8);

    private final int ggmlType;

    CacheType(int ggmlType) {
        this.ggmlType = ggmlType;
    }

    int ggmlType() {
        return ggmlType;
    }
}
