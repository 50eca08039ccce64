package io.whetstone.outbound.service.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundLimits;
import io.whetstone.outbound.service.OutboundRequest;
import io.whetstone.outbound.service.OutboundSettings;
import io.whetstone.outbound.service.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that take too long, are too large, or are not what was asked for. */
@Timeout(20)
class LimitsTest {
    static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    final Harness client = new Harness(new OutboundSettings().allow("127.0.0.1").perHost(2));

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void a_silent_server_is_given_up() throws Exception {
        assertEnds((head, socket, out) -> Thread.sleep(10_000), quick(), Outcome.TIMED_OUT);
    }

    @Test
    void a_body_that_pauses_too_long_is_given_up() throws Exception {
        assertEnds(
                (head, socket, out) -> {
                    out.write((CHUNKED + "1\r\na\r\n").getBytes(US_ASCII));
                    out.flush();
                    Thread.sleep(10_000);
                },
                client.limits(),
                Outcome.TIMED_OUT);
    }

    @Test
    void a_body_that_trickles_is_given_up_when_the_total_is_over() throws Exception {
        assertEnds(
                (head, socket, out) -> {
                    out.write(CHUNKED.getBytes(US_ASCII));
                    while (true) {
                        out.write("1\r\na\r\n".getBytes(US_ASCII));
                        out.flush();
                        Thread.sleep(50);
                    }
                },
                client.limits().withTotal(Duration.ofMillis(700)),
                Outcome.TIMED_OUT);
    }

    @Test
    void a_head_that_trickles_is_given_up() throws Exception {
        assertEnds(
                (head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
                    for (var header = 0; ; header++) {
                        out.write("X: y\r\n".getBytes(US_ASCII));
                        out.flush();
                        Thread.sleep(100);
                    }
                },
                quick(),
                Outcome.TIMED_OUT);
    }

    @Test
    void a_reader_that_forgets_the_body_loses_it_when_the_total_is_over() throws Exception {
        try (var server = new RawServer((head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na".getBytes(US_ASCII));
                    out.flush();
                    Thread.sleep(10_000);
                });
                var answer = client.send(request(server, client.limits().withTotal(Duration.ofMillis(300))))) {
            Thread.sleep(600);

            assertThat(client.outcomes).containsExactly(Outcome.TIMED_OUT);
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(OutboundFailure.class);
        }
    }

    @Test
    void an_endless_body_ends_at_the_limit() throws Exception {
        assertEnds(
                (head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                    var block = new byte[8192];
                    while (true) {
                        out.write(block);
                    }
                },
                client.limits(),
                Outcome.TOO_LARGE);
    }

    @Test
    void a_body_that_says_it_is_too_large_is_not_read() throws Exception {
        assertEnds(
                (head, socket, out) ->
                        out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".getBytes(US_ASCII)),
                client.limits(),
                Outcome.TOO_LARGE);
    }

    @Test
    void a_body_of_exactly_the_limit_is_read() throws Exception {
        try (var server = new RawServer(RawServer.saying("200 OK", "12345"));
                var answer = client.send(request(server, client.limits().withMaxBytes(5)))) {
            assertThat(answer.body().readAllBytes()).hasSize(5);
            assertThat(client.outcomes).containsExactly(Outcome.ANSWERED);
        }
    }

    @Test
    void a_packed_body_is_unpacked_and_a_bomb_ends_at_the_limit() throws Exception {
        try (var server = new RawServer(packed(gzip(100)));
                var answer = client.send(request(server, client.limits()))) {
            assertThat(answer.body().readAllBytes()).hasSize(100);
            assertThat(answer.header("Content-Encoding")).isEmpty();
            assertThat(answer.header("Content-Length")).isEmpty();
        }

        var bomb = gzip(100 << 20);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertEnds(packed(bomb), client.limits(), Outcome.TOO_LARGE);
    }

    @Test
    void a_bomb_of_parts_that_unpack_to_nothing_ends_with_the_first() throws Exception {
        var nothing = gzip(0);
        try (var server = new RawServer((head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(US_ASCII));
                    while (true) {
                        out.write(nothing);
                    }
                });
                var answer = client.send(request(server, client.limits()))) {
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_bomb_with_an_endless_head_ends_at_the_limit() throws Exception {
        assertEnds(
                (head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(US_ASCII));
                    out.write(new byte[] {0x1f, (byte) 0x8b, 8, 1 << 3, 0, 0, 0, 0, 0, 0});
                    var name = "n".repeat(8192).getBytes(US_ASCII);
                    while (true) {
                        out.write(name);
                    }
                },
                client.limits(),
                Outcome.TOO_LARGE);
    }

    @Test
    void a_broken_or_cut_packing_is_a_failure() throws Exception {
        assertEnds(packed("this is no gzip at all".getBytes(US_ASCII)), client.limits(), Outcome.BAD_ANSWER);
        var whole = gzip(5000);
        assertEnds(packed(java.util.Arrays.copyOf(whole, whole.length - 9)), client.limits(), Outcome.CUT);
        assertEnds(packed(java.util.Arrays.copyOf(whole, whole.length - 2)), client.limits(), Outcome.CUT);
        whole[whole.length - 6]++;
        assertEnds(packed(whole), client.limits(), Outcome.BAD_ANSWER);
    }

    @Test
    void a_packing_that_nobody_asked_for_is_a_failure() throws Exception {
        assertEnds(RawServer.saying("200 OK\r\nContent-Encoding: br", "xxx"), client.limits(), Outcome.BAD_ANSWER);
    }

    @Test
    void huge_headers_are_refused() throws Exception {
        assertEnds(RawServer.saying("200 OK\r\nX: " + "a".repeat(100_000), ""), client.limits(), Outcome.BAD_ANSWER);
        assertEnds(RawServer.saying("200 OK" + "\r\nX: a".repeat(1000), ""), client.limits(), Outcome.BAD_ANSWER);
    }

    @Test
    void what_is_not_http_is_refused() throws Exception {
        assertEnds(
                (head, socket, out) ->
                        out.write("SSH-2.0-OpenSSH_9.2\r\n".repeat(200).getBytes(US_ASCII)),
                client.limits(),
                Outcome.BAD_ANSWER);
    }

    @Test
    void only_wanted_types_are_read() throws Exception {
        var limits = client.limits().withContentTypes("application/json", "text/*");
        assertEnds(RawServer.saying("200 OK\r\nContent-Type: image/png", "x"), limits, Outcome.WRONG_TYPE);
        assertEnds(RawServer.saying("200 OK", "x"), limits, Outcome.WRONG_TYPE);
        for (var type : new String[] {"Application/JSON; charset=utf-8", "text/html"}) {
            try (var server = new RawServer(RawServer.saying("200 OK\r\nContent-Type: " + type, "x"));
                    var answer = client.send(request(server, limits))) {
                assertThat(answer.body().readAllBytes()).hasSize(1);
            }
        }
    }

    @Test
    void a_cut_connection_is_told_from_an_end() throws Exception {
        assertEnds(
                (head, socket, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(US_ASCII)),
                client.limits(),
                Outcome.CUT);
        assertEnds(
                (head, socket, out) -> out.write((CHUNKED + "5\r\nab").getBytes(US_ASCII)),
                client.limits(),
                Outcome.CUT);
        assertEnds((head, socket, out) -> socket.close(), client.limits(), Outcome.CUT);
    }

    @Test
    void closing_from_another_thread_wakes_the_reader_and_ends_the_connection() throws Exception {
        var gone = new CountDownLatch(1);
        try (var server = new RawServer((head, socket, out) -> {
            out.write(CHUNKED.getBytes(US_ASCII));
            out.flush();
            try {
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } finally {
                gone.countDown();
            }
        })) {
            var answer = client.send(request(
                    server,
                    client.limits().withTimes(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(9))));
            var closing = client.schedule.schedule(
                    () -> {
                        answer.close();
                        return true;
                    },
                    200,
                    TimeUnit.MILLISECONDS);
            var begun = System.nanoTime();

            assertThatThrownBy(() -> answer.body().read())
                    .isInstanceOfSatisfying(
                            OutboundFailure.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.CANCELLED));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(closing.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void events_come_one_by_one_as_they_are_sent() throws Exception {
        var firstSeen = new CountDownLatch(1);
        try (var server = new RawServer((head, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes(US_ASCII));
                    out.write("data: 0\n\n".getBytes(US_ASCII));
                    out.flush();
                    if (firstSeen.await(10, TimeUnit.SECONDS)) {
                        out.write("data: 1\n\n".getBytes(US_ASCII));
                    }
                });
                var answer = client.send(request(server, client.limits()).with("Accept", "text/event-stream"))) {
            assertThat(answer.body().readNBytes(9)).asString(US_ASCII).isEqualTo("data: 0\n\n");

            firstSeen.countDown();

            assertThat(answer.body().readAllBytes()).asString(US_ASCII).isEqualTo("data: 1\n\n");
            assertThat(server.header(0, "Accept-Encoding")).isEmpty();
        }
    }

    @Test
    void a_host_is_asked_by_so_many_at_a_time() throws Exception {
        var busy = new Harness(
                new OutboundSettings().allow("127.0.0.1").perHost(1).connectTimeout(Duration.ofMillis(200)));
        try (busy;
                var server = new RawServer(RawServer.saying("200 OK", "x"))) {
            var first = busy.get(server.url("127.0.0.1"));

            assertThatThrownBy(() -> busy.get(server.url("127.0.0.1")))
                    .isInstanceOfSatisfying(
                            OutboundFailure.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.BUSY));
            first.close();
            busy.get(server.url("127.0.0.1")).close();
        }
    }

    private OutboundLimits quick() {
        return client.limits().withTimes(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(3));
    }

    private static RawServer.Handler packed(byte[] bytes) {
        return (head, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                    .formatted(bytes.length)
                    .getBytes(US_ASCII));
            out.write(bytes);
        };
    }

    private static byte[] gzip(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    private static OutboundRequest request(RawServer server, OutboundLimits limits) {
        return OutboundRequest.get(URI.create(server.url("127.0.0.1")), limits);
    }

    /** Reads the whole answer, and expects it to fail so; afterwards the host has all its places free again. */
    private void assertEnds(RawServer.Handler handler, OutboundLimits limits, Outcome outcome) throws IOException {
        try (var server = new RawServer(handler)) {
            var request = request(server, limits);
            assertThatThrownBy(() -> {
                        try (var answer = client.send(request)) {
                            answer.body().transferTo(java.io.OutputStream.nullOutputStream());
                        }
                    })
                    .isInstanceOfSatisfying(
                            OutboundFailure.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(outcome));
            assertThat(client.outcomes).last().isEqualTo(outcome);
            var host = client.hosts.of(Destination.of(request.uri()));
            assertThat(host.places().availablePermits()).isEqualTo(2);
        }
    }
}
