package io.whetstone.conversation.entity;

import io.whetstone.kernel.StorableText;

/** Makes the title of a conversation of its first words. */
final class Title {
    private static final int LENGTH = 60;
    private static final int SHORTEST = 30;

    private Title() {}

    /** The text on one line, cut at a word where it is too long; a word that is too long itself is cut anywhere. */
    static String of(String text) {
        var line = StorableText.of(text).strip().replaceAll("\\s+", " ");
        if (line.length() <= LENGTH) {
            return line;
        }
        var space = line.lastIndexOf(' ', LENGTH - 1);
        return StorableText.of(line, space < SHORTEST ? LENGTH - 1 : space) + "…";
    }
}
