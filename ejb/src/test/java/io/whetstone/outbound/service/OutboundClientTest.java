package io.whetstone.outbound.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.internal.Harness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundClientTest {
    final OutboundSettings settings = new OutboundSettings().allow("127.0.0.1");
    final Harness harness = new Harness(settings);
    final ExecutorService executor = Executors.newSingleThreadExecutor();
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch mayAnswer = new CountDownLatch(1);
    final OutboundClient client = new OutboundClient();
    final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    OutboundClientTest() throws IOException {}

    @BeforeEach
    void connect() {
        client.config = settings.config;
        client.exchanges = harness.exchanges;
        client.sender = harness.sender;
        client.executor = executor;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/now", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                exchange.getRequestBody().transferTo(out);
            }
        });
        server.createContext("/later", exchange -> {
            asked.countDown();
            try {
                mayAnswer.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        mayAnswer.countDown();
        server.stop(0);
        executor.shutdownNow();
        harness.close();
    }

    @Test
    void an_answer_comes_on_another_thread() throws Exception {
        var request = OutboundRequest.post(uri("/now"), OutboundBody.json("{\"a\":1}"), client.limits());

        try (var answer = client.sendAsync(request).get(5, TimeUnit.SECONDS)) {
            assertThat(answer.isSuccess()).isTrue();
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void cancelling_frees_the_thread_that_waits() throws Exception {
        var waiting = client.sendAsync(OutboundRequest.get(uri("/later"), client.limits()));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

        waiting.cancel(true);

        var next = client.sendAsync(OutboundRequest.get(uri("/now"), client.limits()));
        try (var answer = next.get(1, TimeUnit.SECONDS)) {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void a_refusal_arrives_as_it_would_without_the_other_thread() {
        var refused = client.sendAsync(OutboundRequest.get(URI.create("http://127.0.0.2/"), client.limits()));

        assertThatThrownBy(() -> refused.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ProblemException.class);
    }

    @Test
    void other_protocols_are_held_to_the_same_rules() throws Exception {
        var sockets = new OutboundSockets();
        sockets.gate = harness.gate;
        var port = server.getAddress().getPort();

        try (var socket = sockets.connect("127.0.0.1", port, Duration.ofSeconds(2))) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThatThrownBy(() -> sockets.connect("127.0.0.2", port, Duration.ofSeconds(2)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void headers_that_steer_the_connection_or_split_lines_are_refused() {
        var request = OutboundRequest.get(uri("/now"), client.limits());

        for (var name :
                new String[] {"Host", "content-length", "Transfer-Encoding", "Proxy-Authorization", "a b", ""}) {
            assertThatThrownBy(() -> request.with(name, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> request.with("X", "a\r\nHost: b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Host");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }
}
