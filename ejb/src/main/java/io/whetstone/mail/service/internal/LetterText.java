package io.whetstone.mail.service.internal;

import io.whetstone.mail.service.Letter;

/** A letter as plain text and as simple HTML. */
final class LetterText {
    private LetterText() {}

    static String plain(Letter letter) {
        var text = new StringBuilder();
        letter.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        if (letter.link() != null) {
            text.append(letter.action()).append(":\n").append(letter.link()).append("\n\n");
        }
        return text.append("-- \nWhetstone\n").toString();
    }

    static String html(Letter letter) {
        var text = new StringBuilder("<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">");
        letter.paragraphs()
                .forEach(paragraph ->
                        text.append("<p>").append(escape(paragraph)).append("</p>"));
        if (letter.link() != null) {
            text.append("<p><a href=\"%s\">%s</a></p>"
                    .formatted(escape(letter.link()), escape(String.valueOf(letter.action()))));
        }
        return text.append("<p>Whetstone</p></body></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
