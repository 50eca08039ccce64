package io.whetstone.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks TUS 1.0.0 as one principal, request by request. */
final class Tus {
    static final String PART = "application/offset+octet-stream";

    private final Client client;

    Tus(Client client) {
        this.client = client;
    }

    /** Announces a file and returns the path of the upload. */
    String start(long length) {
        var answer = start(Map.of("Upload-Length", String.valueOf(length))).expect(201);
        return URI.create(answer.header("Location")).getPath();
    }

    Answer start(Map<String, String> headers) {
        var request =
                client.request("/api/uploads").header("Tus-Resumable", "1.0.0").POST(BodyPublishers.noBody());
        headers.forEach(request::header);
        return client.send(request);
    }

    Answer head(String upload) {
        return client.send(
                client.request(upload).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody()));
    }

    Answer delete(String upload) {
        return client.send(
                client.request(upload).header("Tus-Resumable", "1.0.0").DELETE());
    }

    Answer append(String upload, long offset, byte[] part) {
        return append(upload, offset, part, Map.of());
    }

    Answer append(String upload, long offset, byte[] part, Map<String, String> headers) {
        return append(upload, offset, BodyPublishers.ofByteArray(part), headers);
    }

    Answer append(String upload, long offset, InputStream part) {
        return append(upload, offset, BodyPublishers.ofInputStream(() -> part), Map.of());
    }

    private Answer append(String upload, long offset, BodyPublisher part, Map<String, String> headers) {
        var request = client.request(upload)
                .setHeader("Tus-Resumable", "1.0.0")
                .setHeader("Upload-Offset", String.valueOf(offset))
                .setHeader("Content-Type", PART)
                .method("PATCH", part);
        headers.forEach(request::setHeader);
        return client.send(request);
    }

    /** Announces a whole part, sends less, and is gone. */
    void appendAndBreakOff(String upload, long announced, byte[] sent) {
        var url = URI.create(client.url());
        var head = """
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Tus-Resumable: 1.0.0\r
                Upload-Offset: 0\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """.formatted(upload, client.token(), PART, announced);
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(sent);
            socket.getOutputStream().flush();
            Waiting.pause(java.time.Duration.ofMillis(300));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
