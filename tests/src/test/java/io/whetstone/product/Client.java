package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A program that talks to the product as one principal. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String token;
    private final HttpClient http;

    Client(String url, String token) {
        this(url, token, HTTP);
    }

    private Client(String url, String token, HttpClient http) {
        this.url = url;
        this.token = token;
        this.http = http;
    }

    /** Talks over TLS with what is trusted here. */
    static Client trusting(String url, SSLContext trust) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(trust)
                .build();
        return new Client(url, "", http);
    }

    /** The same address with another token, or with none if it is empty. */
    public Client with(String otherToken) {
        return new Client(url, otherToken, http);
    }

    public String token() {
        return token;
    }

    public String url() {
        return url;
    }

    HttpClient http() {
        return http;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path, "POST", body));
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        var request = json(path, "POST", body);
        headers.forEach(request::header);
        return send(request);
    }

    public Answer patch(String path, Object body, String ifMatch) {
        return send(json(path, "PATCH", body).header("If-Match", ifMatch));
    }

    public Answer put(String path, Object body, String ifMatch) {
        return send(json(path, "PUT", body).header("If-Match", ifMatch));
    }

    public Answer delete(String path, String ifMatch) {
        return send(request(path).DELETE().header("If-Match", ifMatch));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Signs in as somebody; the answer carries the token. */
    public Answer signIn(String email, String password) {
        return post("/api/auth/sign-in", Map.of("email", email, "password", password));
    }

    /** Uploads a file in one request (TUS with creation-with-upload) and returns the id of the upload. */
    public String upload(String fileName, byte[] content) {
        var name = java.util.Base64.getEncoder()
                .encodeToString(fileName.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = send(request("/api/uploads")
                        .POST(BodyPublishers.ofByteArray(content))
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(content.length))
                        .header("Upload-Metadata", "filename " + name)
                        .header("Content-Type", "application/offset+octet-stream"))
                .expect(201);
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A request to build on, with the token in it. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(5));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    boolean isReady() {
        try {
            var request =
                    request("/health/ready").timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200
                    && get("/api/me").status() == 401;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder json(String path, String method, Object body) {
        try {
            var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            return request(path)
                    .method(method, BodyPublishers.ofString(text))
                    .header("Content-Type", "application/json");
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
