package io.whetstone.trainer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processor can do in hardware. */
public final class Processor {
    private Processor() {}

    /**
     * Whether BF16 products are fast. Without AVX-512 the engine's library computes them one by one. True where the
     * system does not tell.
     */
    public static boolean hasHalfPrecision() {
        try {
            String information = Files.readString(Path.of("/proc/cpuinfo"));
            return !information.contains("flags")
                    || information.contains(" avx512bw")
                    || information.contains(" amx_bf16");
        } catch (IOException e) {
            return true;
        }
    }
}
