package io.whetstone.outbound.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an outside system answered. The body comes as it arrives and must be closed; closing it early ends the
 * connection, also from another thread, and who reads then gets an {@link OutboundFailure}.
 *
 * @param uri where the answer came from, after redirects
 * @param headers without regard to case
 */
public record OutboundAnswer(int status, URI uri, Map<String, List<String>> headers, InputStream body)
        implements Closeable {
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    public boolean isSuccess() {
        return status >= SUCCESS && status < REDIRECT;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
