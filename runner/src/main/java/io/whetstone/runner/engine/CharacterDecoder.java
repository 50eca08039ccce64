package io.whetstone.runner.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of tokens into whole characters; what ends within one waits for the next token. */
final class CharacterDecoder {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    String decode(byte[] bytes) {
        var input = ByteBuffer.allocate(rest.remaining() + bytes.length);
        input.put(rest).put(bytes).flip();
        var out = CharBuffer.allocate(input.remaining() + 1);
        decoder.decode(input, out, false);
        rest = input;
        return out.flip().toString();
    }

    /** What is left at the end: nothing, or a replacement for a broken character. */
    String end() {
        var out = CharBuffer.allocate(rest.remaining() + 1);
        decoder.decode(rest, out, true);
        decoder.flush(out);
        return out.flip().toString();
    }
}
