package io.whetstone.kernel;

/** What PostgreSQL keeps of a text: every character but U+0000. */
public final class StorableText {
    private static final String NUL = "\u0000";

    private StorableText() {}

    public static boolean is(String text) {
        return !text.contains(NUL);
    }

    /** The text without what cannot be kept. */
    public static String of(String text) {
        return text.replace(NUL, "");
    }
}
