package io.whetstone.mail.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person: some paragraphs, and at most one thing to open.
 *
 * @param action what the link does, as the text of a button; null with the link
 * @param link an address of this installation
 */
public record Letter(
        String to,
        String subject,
        List<String> paragraphs,
        @Nullable String action,
        @Nullable String link) {
    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A letter with nothing to open. */
    public static Letter of(String to, String subject, String... paragraphs) {
        return new Letter(to, subject, List.of(paragraphs), null, null);
    }
}
