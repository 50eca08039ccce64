package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Reads one JSON value a line; a line that is none is reported and the next one is read. */
record JsonLinesReader(LineReader lines, SourceLimits limits) implements RowReader {
    @Override
    public void read(RowSink sink) throws IOException {
        while (lines.next()) {
            if (lines.tooLong()) {
                sink.bad(lines.number(), "row is longer than " + limits.rowLimit());
            } else {
                line(sink);
            }
        }
    }

    private void line(RowSink sink) throws IOException {
        try {
            var text = lines.text();
            if (!text.isBlank()) {
                sink.row(lines.number(), Json.parse(text));
            }
        } catch (CharacterCodingException notText) {
            sink.bad(lines.number(), "not valid UTF-8");
        } catch (JsonProcessingException notJson) {
            sink.bad(lines.number(), Json.reason(notJson));
        }
    }
}
