package io.whetstone.dataset.service.internal.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Splits bytes into lines (LF or CRLF) and keeps of each no more than the limit. */
final class LineReader {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private int position;
    private int end;
    private long number;
    private boolean tooLong;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (fill()) {
            int from = position;
            int newline = newline();
            keep(from, newline < 0 ? end : newline);
            position = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                break;
            }
        }
        return true;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** The line without its end. */
    String text() throws CharacterCodingException {
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return decoder.reset().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return end > 0;
    }

    private int newline() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void keep(int from, int to) {
        int room = limit + 1 - line.size();
        if (to - from > room) {
            tooLong = true;
        }
        line.write(buffer, from, Math.max(Math.min(to - from, room), 0));
    }
}
