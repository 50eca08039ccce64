package io.whetstone.chat.web;

import org.jspecify.annotations.Nullable;

/** Hears what comes of an answer while it is streamed. Closed without an end, it was given up. */
interface Recording extends AutoCloseable {
    /** Keeps nothing: for chats that are no conversation. */
    Recording NONE = new Recording() {
        @Override
        public void text(String piece) {}

        @Override
        public void tokens(int prompt, int completion) {}

        @Override
        public void finished(@Nullable String reason) {}

        @Override
        public void failed(String why) {}

        @Override
        public void close() {}
    };

    void text(String piece);

    void tokens(int prompt, int completion);

    /** The model has ended; it may have said why. */
    void finished(@Nullable String reason);

    void failed(String why);

    @Override
    void close();
}
