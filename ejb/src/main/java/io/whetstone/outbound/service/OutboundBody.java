package io.whetstone.outbound.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What is sent. It can be opened again, for a request that has to be repeated. */
public interface OutboundBody {
    String contentType();

    long length();

    InputStream open() throws IOException;

    static OutboundBody json(String text) {
        return of("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    static OutboundBody of(String contentType, byte[] bytes) {
        return new OutboundBody() {
            @Override
            public String contentType() {
                return contentType;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
