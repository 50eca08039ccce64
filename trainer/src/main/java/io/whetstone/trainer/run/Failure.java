package io.whetstone.trainer.run;

import ai.djl.engine.EngineException;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.chat.ChatTemplateException;
import io.whetstone.trainer.data.InvalidDataException;
import java.io.IOException;
import java.util.Locale;

/** Why a run failed, in the words of the protocol. */
public record Failure(Code code, String message) {
    /** What the server tells people apart. */
    public enum Code {
        OUT_OF_MEMORY,
        INVALID_DATA,
        INVALID_MODEL,
        DISK_FULL,
        DIVERGED,
        INTERNAL;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Tells what went wrong.
     *
     * @param loading whether the model was being read, which makes an unreadable file the model's fault
     */
    public static Failure of(Throwable thrown, boolean loading) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return new Failure(code(thrown, message, loading), firstLine(message));
    }

    private static Code code(Throwable thrown, String message, boolean loading) {
        if (thrown instanceof DivergedException) {
            return Code.DIVERGED;
        }
        if (thrown instanceof InvalidDataException || thrown instanceof ChatTemplateException) {
            return Code.INVALID_DATA;
        }
        if (isAllocation(thrown, message)) {
            return Code.OUT_OF_MEMORY;
        }
        if (isFull(thrown, message)) {
            return Code.DISK_FULL;
        }
        boolean model = thrown instanceof UnsupportedModelException || (loading && !(thrown instanceof Error));
        return model ? Code.INVALID_MODEL : Code.INTERNAL;
    }

    private static boolean isAllocation(Throwable thrown, String message) {
        boolean refused = message.contains("can't allocate memory") || message.contains("not enough memory");
        return thrown instanceof OutOfMemoryError || (thrown instanceof EngineException && refused);
    }

    private static boolean isFull(Throwable thrown, String message) {
        boolean full = message.contains("No space left on device") || message.contains("Disk quota exceeded");
        return thrown instanceof IOException && full;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
