package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.outbound.service.OutboundBody;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundRequest;
import io.whetstone.outbound.service.OutboundSettings;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class RetryTest {
    final Harness client = new Harness(new OutboundSettings().allow("127.0.0.1").attempts(3));
    final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void a_host_that_asks_for_patience_gets_it() throws Exception {
        try (var server = new RawServer(then("429 Too Many Requests\r\nRetry-After: 1", "200 OK"))) {
            var begun = System.nanoTime();

            try (var answer = client.get(server.url("127.0.0.1"))) {
                assertThat(answer.status()).isEqualTo(200);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(950), Duration.ofSeconds(3));
            assertThat(client.retries).isEqualTo(1);
            assertThat(client.outcomes).containsExactly(Outcome.ANSWERED);
        }
    }

    @Test
    void a_pause_beyond_the_total_is_not_waited_for() throws Exception {
        try (var server = new RawServer(then("503 Service Unavailable\r\nRetry-After: 3600", "200 OK"));
                var answer = client.get(server.url("127.0.0.1"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).contains("3600");
        }
    }

    @Test
    void a_cut_connection_is_tried_again_before_the_head_only() throws Exception {
        try (var server = new RawServer((head, socket, out) -> {
                    if (asked.incrementAndGet() < 3) {
                        socket.close();
                    } else {
                        out.write(RawServer.text("200 OK", "x"));
                    }
                });
                var answer = client.get(server.url("127.0.0.1"))) {
            assertThat(answer.body().readAllBytes()).hasSize(1);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void what_may_not_happen_twice_is_sent_once() throws Exception {
        try (var server = new RawServer(then("503 Service Unavailable", "200 OK"))) {
            var request =
                    OutboundRequest.post(URI.create(server.url("127.0.0.1")), OutboundBody.json("{}"), client.limits());
            try (var answer = client.send(request)) {
                assertThat(answer.status()).isEqualTo(503);
            }
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void the_last_answer_is_handed_on_after_so_many_attempts() throws Exception {
        try (var server = new RawServer(then("502 Bad Gateway", "502 Bad Gateway"));
                var answer = client.get(server.url("127.0.0.1"))) {
            assertThat(answer.status()).isEqualTo(502);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void repetitions_are_a_small_part_of_the_requests_to_a_host() throws Exception {
        try (var server =
                new RawServer(then("502 Bad Gateway\r\nRetry-After: 0", "502 Bad Gateway\r\nRetry-After: 0"))) {
            for (var request = 0; request < 20; request++) {
                client.get(server.url("127.0.0.1")).close();
            }

            assertThat(client.retries).isBetween(10, 17);
        }
    }

    @Test
    void a_circuit_opens_spares_the_host_and_closes_again() throws Exception {
        var breaking = new Harness(new OutboundSettings().allow("127.0.0.1").circuit(3));
        try (breaking;
                var server = new RawServer((head, socket, out) -> {
                    if (asked.incrementAndGet() <= 3) {
                        socket.close();
                    } else {
                        out.write(RawServer.text("200 OK", "x"));
                    }
                })) {
            for (var failure = 0; failure < 3; failure++) {
                assertFails(breaking, server, Outcome.CUT);
            }
            assertFails(breaking, server, Outcome.CIRCUIT_OPEN);
            assertThat(breaking.hosts.openCircuits()).isEqualTo(1);
            assertThat(asked).hasValue(3);

            breaking.clock.now = breaking.clock.now.plusSeconds(31);
            breaking.get(server.url("127.0.0.1")).close();

            breaking.get(server.url("127.0.0.1")).close();
            assertThat(breaking.hosts.openCircuits()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT10S, PT0S",
        "7, PT10S, PT7S",
        "'Thu, 15 Jan 2026 12:00:05 GMT', PT10S, PT5S",
        "'Thu, 15 Jan 2026 11:00:00 GMT', PT10S, PT0S",
        "11, PT10S, ",
        "61, PT2H, ",
        "99999999999999999999, PT0.01S, ",
        "-1, PT0.01S, "
    })
    void the_pause_is_what_the_host_asks_if_there_is_time(
            String asks, Duration left, @org.jspecify.annotations.Nullable Duration pause) {
        assertThat(RetryPolicy.pause(1, asks, client.clock, left)).isEqualTo(pause);
    }

    private RawServer.Handler then(String first, String later) {
        return (head, socket, out) -> out.write(RawServer.text(asked.incrementAndGet() == 1 ? first : later, "x"));
    }

    private static void assertFails(Harness client, RawServer server, Outcome outcome) {
        assertThatThrownBy(() -> client.get(server.url("127.0.0.1")))
                .isInstanceOfSatisfying(
                        OutboundFailure.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(outcome));
    }
}
