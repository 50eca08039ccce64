package io.whetstone.training.service.internal.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What this node has to give. */
public class Machine {
    private static final int KIBI = 1024;

    private Machine() {}

    /** Memory that a new process could take now, in bytes. */
    public static long availableMemory() {
        return linux().orElseGet(() -> Runtime.getRuntime().maxMemory());
    }

    private static OptionalLong linux() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst();
        } catch (IOException | RuntimeException notLinux) {
            return OptionalLong.empty();
        }
    }

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
