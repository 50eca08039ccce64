package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundSettings;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 127.0.0.1 stands for the internet here: a rule opens it, and it alone. */
class PinningTest {
    final Harness client =
            new Harness(new OutboundSettings().allow("127.0.0.1").connectTimeout(Duration.ofMillis(300)));
    final RawServer server = new RawServer(RawServer.saying("200 OK", "hello"));

    PinningTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
        client.close();
    }

    @Test
    void a_name_is_resolved_once_and_the_connection_goes_where_it_was_judged() throws Exception {
        client.names.add("rebinding.test", "127.0.0.1");
        client.names.add("rebinding.test", "127.0.0.2");

        try (var answer = client.get(server.url("rebinding.test"))) {
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("hello");
        }

        assertThat(client.names.asked).containsExactly("rebinding.test");
        assertThat(server.header(0, "Host")).isEqualTo("rebinding.test:" + server.port());
        assertThatThrownBy(() -> client.get(server.url("rebinding.test"))).isInstanceOf(ProblemException.class);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void where_the_internet_is_closed_a_rule_opens_what_it_names_and_nothing_else() throws Exception {
        var hub = Destination.of(URI.create("https://hub.test/models"));
        var other = Destination.of(URI.create("https://other.test/"));
        try (var closed = new Harness(
                        new OutboundSettings().allow("hub.test").closeInternet().allowPrivate());
                var open = new Harness(new OutboundSettings())) {
            for (var harness : List.of(closed, open)) {
                harness.names.add("hub.test", "93.184.215.14");
                harness.names.add("other.test", "93.184.215.14");
            }

            assertThat(closed.gate.admitted(hub)).hasSize(1);
            assertThatThrownBy(() -> closed.gate.admitted(other))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the internet is closed");
            assertThat(open.gate.admitted(other)).hasSize(1);
        }
    }

    @Test
    void a_name_that_turns_to_loopback_after_the_judgement_is_not_followed_there() {
        client.names.add("rebinding.test", "192.0.2.1");
        client.names.add("rebinding.test", "127.0.0.1");
        client.stored.add(new AllowRule(UUID.randomUUID(), Target.parse("192.0.2.0/24", null)));

        assertThatThrownBy(() -> client.get(server.url("rebinding.test"))).isInstanceOf(OutboundFailure.class);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void an_open_connection_does_not_outlive_its_rule() throws Exception {
        var open = new Harness(new OutboundSettings());
        try (open;
                var keeping = new RawServer((head, socket, out) -> {
                    for (var request = 0; request < 2; request++) {
                        out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(200);
                    }
                })) {
            var rule = new AllowRule(UUID.randomUUID(), Target.parse("127.0.0.1", null));
            open.stored.add(rule);
            try (var answer = open.get(keeping.url("127.0.0.1"))) {
                answer.body().readAllBytes();
            }
            open.stored.remove(rule);
            open.clock.now = open.clock.now.plus(RuleBook.LIFE);

            assertThatThrownBy(() -> open.get(keeping.url("127.0.0.1"))).isInstanceOf(ProblemException.class);
            assertThat(open.outcomes).containsExactly(Outcome.ANSWERED, Outcome.REFUSED);
        }
    }

    @Test
    void the_open_one_of_two_addresses_is_asked_and_the_closed_one_never() throws Exception {
        client.names.add("two.test", "127.0.0.2", "127.0.0.1");

        try (var answer = client.get(server.url("two.test"))) {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void the_next_address_is_asked_when_one_takes_no_connection() throws Exception {
        client.names.add("two.test", "::1", "127.0.0.1");
        client.stored.add(new AllowRule(UUID.randomUUID(), Target.parse("::1", null)));

        try (var answer = client.get(server.url("two.test"))) {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.2]:%d/",
                "http://[64:ff9b::127.0.0.1]:%d/",
                "http://2130706433:%d/",
                "http://0177.0.0.1:%d/",
                "http://0x7f000001:%d/",
                "http://127.1:%d/",
                "http://0.0.0.0:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://user@127.0.0.1:%d/"
            })
    void closed_addresses_are_refused_in_every_form_and_behind_every_redirect(String form) throws Exception {
        var closed = form.formatted(server.port());

        assertThatThrownBy(() -> client.get(closed)).isInstanceOf(ProblemException.class);
        try (var redirecting = new RawServer(RawServer.saying("302 Found\r\nLocation: " + closed, ""))) {
            assertThatThrownBy(() -> client.get(redirecting.url("127.0.0.1"))).isInstanceOf(ProblemException.class);
        }
        assertThat(server.requests).isEmpty();
        assertThat(client.outcomes).containsOnly(Outcome.REFUSED);
    }

    @Test
    void a_refusal_does_not_tell_what_a_name_resolves_to() {
        client.names.add("intranet.test", "10.20.30.40");

        assertThatThrownBy(() -> client.get("https://intranet.test/"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("intranet.test")
                .hasMessageContaining("private network")
                .hasMessageNotContaining("10.20.30.40");
    }

    @Test
    void the_coarse_switch_opens_everything_but_metadata_services() throws Exception {
        try (var open = new Harness(new OutboundSettings().allowPrivate());
                var answer = open.get(server.url("127.0.0.1"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThatThrownBy(() -> open.get("http://169.254.169.254/")).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void an_unknown_name_is_unreachable() {
        assertThatThrownBy(() -> client.get("http://nowhere.test/"))
                .isInstanceOfSatisfying(
                        OutboundFailure.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNREACHABLE));
    }
}
