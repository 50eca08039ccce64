package io.whetstone.outbound.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads from outside systems over HTTP. Follows redirects itself, so that every hop is checked: a public address may
 * not lead to a private one, and credentials stay with the host that they were meant for.
 */
@ApplicationScoped
public class OutboundClient {
    private static final int MAX_HOPS = 6;
    private static final int FIRST_REDIRECT = 301;
    private static final int LAST_REDIRECT = 308;

    @Inject
    OutboundConfig config;

    private HttpClient http;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void open() {
        http = HttpClient.newBuilder()
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks for a resource. The caller closes the body, and reads no more of it than it wants to keep. */
    public HttpResponse<InputStream> get(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        var target = address;
        for (var hop = 0; hop < MAX_HOPS; hop++) {
            var own = sameHost(address, target) ? headers : withoutCredentials(headers);
            var answer = http.send(request(target, own), BodyHandlers.ofInputStream());
            if (!isRedirect(answer)) {
                return answer;
            }
            answer.body().close();
            target = target.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new IOException("More than %d redirects from %s".formatted(MAX_HOPS, address.getHost()));
    }

    /** Sends a body to a resource. An answer that leads elsewhere is returned as it is: a body is sent once. */
    public HttpResponse<InputStream> post(URI address, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        requireAllowed(address);
        var request = HttpRequest.newBuilder(address)
                .timeout(config.answerTimeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(URI target, Map<String, String> headers) throws UnknownHostException {
        requireAllowed(target);
        var request =
                HttpRequest.newBuilder(target).timeout(config.answerTimeout()).GET();
        headers.forEach(request::header);
        return request.build();
    }

    private void requireAllowed(URI target) throws UnknownHostException {
        if (target.getHost() == null || !("https".equals(target.getScheme()) || "http".equals(target.getScheme()))) {
            throw new ProblemException(ProblemType.UNPROCESSABLE, "Only http and https addresses can be fetched");
        }
        if (config.allowPrivate()) {
            return;
        }
        for (var address : InetAddress.getAllByName(target.getHost())) {
            if (Addresses.isPrivate(address)) {
                throw new ProblemException(
                        ProblemType.UNPROCESSABLE,
                        "%s is an address of a private network (whetstone.outbound.allow-private)"
                                .formatted(target.getHost()));
            }
        }
    }

    private static boolean isRedirect(HttpResponse<?> answer) {
        var status = answer.statusCode();
        return status >= FIRST_REDIRECT
                && status <= LAST_REDIRECT
                && answer.headers().firstValue("Location").isPresent();
    }

    private static boolean sameHost(URI first, URI other) {
        return first.getAuthority().equals(other.getAuthority())
                && first.getScheme().equals(other.getScheme());
    }

    private static Map<String, String> withoutCredentials(Map<String, String> headers) {
        var kept = new HashMap<>(headers);
        kept.remove("Authorization");
        return kept;
    }
}
