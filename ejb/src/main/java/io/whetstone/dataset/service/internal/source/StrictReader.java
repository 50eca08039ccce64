package io.whetstone.dataset.service.internal.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 text that names the line on which it stops being UTF-8. */
final class StrictReader extends FilterReader {
    private long line = 1;

    StrictReader(InputStream in) {
        super(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            for (int i = offset; i < offset + count; i++) {
                line += target[i] == '\n' ? 1 : 0;
            }
            return count;
        } catch (CharacterCodingException notText) {
            throw new SourceException("The file is not valid UTF-8 at or after line " + line);
        }
    }
}
