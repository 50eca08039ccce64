package io.whetstone.chat.service.internal;

import io.whetstone.apikey.service.KeyUse;
import java.io.InputStream;

/** An answer that is wanted as a stream: its events as they come. */
final class CountedStream extends CountedBody {
    private static final byte[] NOTHING = {};

    CountedStream(InputStream body, KeyUse use) {
        super(body, use);
    }

    @Override
    byte[] passed(byte[] line) {
        return line;
    }

    @Override
    byte[] insteadOfUsage() {
        return NOTHING;
    }

    @Override
    void end() {
        // One that broke off within an answer is judged by whoever reads it.
    }
}
