package io.whetstone.chat.service.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A whole answer, whose usage stands in it. One that is given up before its end has told nothing. */
final class CountedDocument extends FilterInputStream {
    private final ObjectMapper json;
    private final LongConsumer count;
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private boolean counted;

    CountedDocument(InputStream body, ObjectMapper json, LongConsumer count) {
        super(body);
        this.json = json;
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var came = super.read(target, offset, length);
        if (came >= 0) {
            whole.write(target, offset, came);
        } else if (!counted) {
            counted = true;
            count.accept(json.readTree(whole.toByteArray())
                    .path("usage")
                    .path("total_tokens")
                    .asLong());
        }
        return came;
    }
}
