package io.whetstone.chat.service.internal;

import io.whetstone.apikey.service.KeyUse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is wanted whole: the first event of its stream. One that takes its time begins with spaces, which JSON
 * allows in front of a value: only a write tells whether the client is still there. Until then it can be refused.
 */
final class CountedDocument extends CountedBody {
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final byte[] SPACE = {' '};
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private long nextSign = System.nanoTime() + PATIENCE;
    private boolean came;

    CountedDocument(InputStream body, KeyUse use) {
        super(body, use);
    }

    @Override
    byte[] passed(byte[] line) {
        if (came || !Arrays.equals(DATA, Arrays.copyOf(line, DATA.length))) {
            return NOTHING;
        }
        came = true;
        return Arrays.copyOfRange(line, DATA.length, line.length);
    }

    @Override
    byte[] insteadOfUsage() {
        if (came || System.nanoTime() - nextSign < 0) {
            return NOTHING;
        }
        nextSign = System.nanoTime() + SILENCE;
        return SPACE;
    }

    @Override
    void end() throws IOException {
        if (!came) {
            throw new EOFException("The model's process ended in the middle of its answer");
        }
    }
}
