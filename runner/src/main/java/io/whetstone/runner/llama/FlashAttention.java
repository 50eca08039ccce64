package io.whetstone.runner.llama;

/** Whether attention is computed by the fused kernel; exact comparisons want {@link #OFF}. */
public enum FlashAttention {
    AUTO(-1),
    OFF(0),
    ON(1);

    private final int code;

    FlashAttention(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
