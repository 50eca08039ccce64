package io.whetstone.formats.chat;

import java.util.List;

/** A conversation as the model sees it, and where in it the assistant speaks. */
public record RenderedChat(String text, List<Span> completions) {
    /** A half-open range of characters (UTF-16 units) of the text. */
    public record Span(int start, int end) {}

    public RenderedChat {
        completions = List.copyOf(completions);
    }
}
