package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Reads paragraphs, which blank lines keep apart, as rows {@code {"text": …}}. */
final class TextReader implements RowReader {
    private final LineReader lines;
    private final SourceLimits limits;
    private final StringBuilder paragraph = new StringBuilder();
    private long start;
    private String fault = "";

    TextReader(LineReader lines, SourceLimits limits) {
        this.lines = lines;
        this.limits = limits;
    }

    @Override
    public void read(RowSink sink) throws IOException {
        while (lines.next()) {
            var text = text();
            if (text.isBlank()) {
                finish(sink);
            } else {
                add(text);
            }
        }
        finish(sink);
    }

    private String text() {
        try {
            return lines.text();
        } catch (CharacterCodingException notText) {
            fault = "not valid UTF-8 in line " + lines.number();
            return "?";
        }
    }

    private void add(String text) {
        if (paragraph.isEmpty()) {
            start = lines.number();
        } else {
            paragraph.append('\n');
        }
        if (lines.tooLong() || paragraph.length() + text.length() > limits.rowBytes()) {
            fault = "paragraph is longer than " + limits.rowLimit();
        } else {
            paragraph.append(text);
        }
    }

    private void finish(RowSink sink) throws IOException {
        if (!fault.isEmpty()) {
            sink.bad(start, fault);
        } else if (!paragraph.isEmpty()) {
            sink.row(start, JsonNodeFactory.instance.objectNode().put("text", paragraph.toString()));
        }
        paragraph.setLength(0);
        fault = "";
    }
}
