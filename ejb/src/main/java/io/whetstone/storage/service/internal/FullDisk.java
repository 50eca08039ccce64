package io.whetstone.storage.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.io.IOException;
import java.util.List;

/** Tells a full disk from other failures. Java has no type for it: the operating system's words are all there is. */
public final class FullDisk {
    private static final List<String> SIGNS =
            List.of("No space left on device", "Disk quota exceeded", "File too large", "not enough space");

    private FullDisk() {}

    public static boolean isReasonOf(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        return SIGNS.stream().anyMatch(message::contains);
    }

    /** The problem to answer with. */
    public static ProblemException problem(IOException cause) {
        var problem = new ProblemException(ProblemType.STORAGE_FULL, "The storage has no space left");
        problem.initCause(cause);
        return problem;
    }
}
