package io.whetstone.formats.gguf;

import io.whetstone.formats.UnsupportedModelException;
import java.util.Arrays;

/** The tensor types that can be read: plain ones, and blocks of values that share their scales. */
public enum GgufType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    IQ4_NL(20, 32, 18),
    IQ4_XS(23, 256, 136),
    BF16(30, 1, 2);

    private final int id;
    private final int blockLength;
    private final int blockBytes;

    GgufType(int id, int blockLength, int blockBytes) {
        this.id = id;
        this.blockLength = blockLength;
        this.blockBytes = blockBytes;
    }

    static GgufType of(long id, String tensor) throws UnsupportedModelException {
        return Arrays.stream(values())
                .filter(t -> t.id == id)
                .findFirst()
                .orElseThrow(() -> new UnsupportedModelException(
                        "tensor " + tensor + " has the GGUF type " + id + ", which is not supported"));
    }

    int id() {
        return id;
    }

    public int blockLength() {
        return blockLength;
    }

    public long bytes(long elements) {
        return Math.multiplyExact(elements / blockLength, (long) blockBytes);
    }

    public boolean isPlain() {
        return blockLength == 1;
    }
}
