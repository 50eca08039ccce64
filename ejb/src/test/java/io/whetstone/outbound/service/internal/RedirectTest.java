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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedirectTest {
    final Harness client = new Harness(new OutboundSettings().allow("127.0.0.0/8"));
    final RawServer server = new RawServer(RawServer.saying("200 OK", "there"));

    RedirectTest() throws IOException {
        client.names.add("first.test", "127.0.0.1");
        client.names.add("second.test", "127.0.0.1");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        client.close();
    }

    @Test
    void a_redirect_is_followed_and_the_answer_says_where_it_came_from() throws Exception {
        try (var from = redirecting("302 Found", server.url("second.test") + "a?b=c#d");
                var answer = client.get(from.url("first.test"))) {
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("there");
            assertThat(answer.uri()).isEqualTo(URI.create(server.url("second.test") + "a?b=c"));
        }
    }

    @Test
    void credentials_under_any_name_stay_with_their_origin() throws Exception {
        try (var from = redirecting("307 Temporary Redirect", server.url("second.test"))) {
            var request = OutboundRequest.get(URI.create(from.url("first.test")), client.limits())
                    .with("Authorization", "Bearer secret")
                    .with("x-api-key", "secret")
                    .with("Cookie", "secret")
                    .with("Range", "bytes=5-");
            client.send(request).close();

            assertThat(from.requests.get(0)).anyMatch(line -> line.endsWith("Bearer secret"));
            assertThat(server.requests.get(0)).noneMatch(line -> line.contains("secret"));
            assertThat(server.header(0, "Range")).isEqualTo("bytes=5-");
        }
    }

    @Test
    void what_was_to_be_sent_is_not_handed_to_another_host() throws Exception {
        try (var from = redirecting("308 Permanent Redirect", server.url("second.test"))) {
            var request = OutboundRequest.post(
                    URI.create(from.url("first.test")), OutboundBody.json("{\"prompt\":1}"), client.limits());

            assertFails(request, Outcome.REDIRECTED);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_post_that_is_seen_elsewhere_becomes_a_get() throws Exception {
        try (var from = redirecting("303 See Other", server.url("second.test"))) {
            var request =
                    OutboundRequest.post(URI.create(from.url("first.test")), OutboundBody.json("{}"), client.limits());
            client.send(request).close();

            assertThat(server.requests.get(0).get(0)).isEqualTo("GET / HTTP/1.1");
            assertThat(server.header(0, "Content-Type")).isEmpty();
        }
    }

    @Test
    void a_loop_ends() throws Exception {
        try (var loop = redirecting("302 Found", "/again")) {
            assertFails(OutboundRequest.get(URI.create(loop.url("first.test")), client.limits()), Outcome.REDIRECTED);
            assertThat(loop.requests).hasSize(client.limits().redirects() + 1);
        }
    }

    @Test
    void a_redirect_to_no_address_is_a_failure() throws Exception {
        try (var from = redirecting("302 Found", "http://[broken")) {
            assertFails(OutboundRequest.get(URI.create(from.url("first.test")), client.limits()), Outcome.REDIRECTED);
        }
    }

    @Test
    void who_follows_none_sees_the_redirect() throws Exception {
        try (var from = redirecting("302 Found", server.url("second.test"));
                var answer = client.send(OutboundRequest.get(
                        URI.create(from.url("first.test")), client.limits().withRedirects(0)))) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.requests).isEmpty();
        }
    }

    private static RawServer redirecting(String status, String location) throws IOException {
        return new RawServer(RawServer.saying(status + "\r\nLocation: " + location, ""));
    }

    private void assertFails(OutboundRequest request, Outcome outcome) {
        assertThatThrownBy(() -> client.send(request))
                .isInstanceOfSatisfying(
                        OutboundFailure.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(outcome));
    }
}
