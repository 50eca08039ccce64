package io.whetstone.chat.service.internal;

import io.whetstone.apikey.service.KeyUse;
import java.util.List;

/** Notes what is counted when it is closed the first time. */
final class NotedUse implements KeyUse {
    private final List<Long> counted;
    private long used;
    private boolean closed;

    NotedUse(List<Long> counted) {
        this.counted = counted;
    }

    @Override
    public void used(long tokensSoFar) {
        used = tokensSoFar;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            counted.add(used);
        }
    }
}
