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

    /** That, cut to so many characters, or one less where the cut would divide a pair of surrogates. */
    public static String of(String text, int longest) {
        var kept = of(text);
        if (kept.length() <= longest) {
            return kept;
        }
        return kept.substring(0, Character.isHighSurrogate(kept.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
