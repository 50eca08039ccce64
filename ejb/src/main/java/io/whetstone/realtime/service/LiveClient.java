package io.whetstone.realtime.service;

/** The far end of a live connection. Neither method ever waits for the network. */
public interface LiveClient {
    /** Sends a message after those before it; a client that is too far behind is cut off instead. */
    void send(String message);

    void close(String reason);
}
