package io.whetstone.apikey.service;

/** What one request of a key uses of its budget. It is counted once, when it is closed or after whatever ended it. */
public interface KeyUse extends AutoCloseable {
    /** A request of somebody who is not counted. */
    KeyUse NOT_COUNTED = new KeyUse() {
        @Override
        public void used(long tokensSoFar) {
            // Nobody asks.
        }

        @Override
        public void close() {
            // Nothing was counted.
        }
    };

    /** Notes how many tokens were used so far. */
    void used(long tokensSoFar);

    /** Counts them, once however often it is called. */
    @Override
    void close();
}
