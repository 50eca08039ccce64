package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundSettings;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connection is pinned to an address, yet the certificate is that of the name. */
@Timeout(30)
class TlsAndProxyTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static TestAuthority authority;

    final List<String> serverNames = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void make() throws Exception {
        authority = new TestAuthority(folder, "pinned.test");
    }

    @Test
    void a_pinned_connection_shows_the_name_and_checks_the_certificate_for_it() throws Exception {
        try (var client = new Harness(new OutboundSettings().allow("127.0.0.1"), authority.trust());
                var server = authority.serve(this::answer)) {
            client.names.add("pinned.test", "127.0.0.1");
            client.names.add("other.test", "127.0.0.1");

            try (var answer = client.get("https://PINNED.test.:%d/".formatted(server.port()))) {
                assertThat(answer.body().readAllBytes()).asString().isEqualTo("secure");
            }
            assertThat(serverNames).containsExactly("pinned.test");
            assertThat(server.header(0, "Host")).isEqualTo("pinned.test:" + server.port());
            assertFails(client, "https://other.test:%d/".formatted(server.port()), Outcome.BAD_ANSWER);
            assertFails(client, "https://127.0.0.1:%d/".formatted(server.port()), Outcome.BAD_ANSWER);
        }
    }

    @Test
    void an_authority_that_nobody_trusts_is_refused() throws Exception {
        try (var client = new Harness(new OutboundSettings().allow("127.0.0.1"));
                var server = authority.serve(this::answer)) {
            client.names.add("pinned.test", "127.0.0.1");

            assertFails(client, "https://pinned.test:%d/".formatted(server.port()), Outcome.BAD_ANSWER);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_redirect_from_https_to_http_is_refused() throws Exception {
        try (var plain = new RawServer(RawServer.saying("200 OK", "x"));
                var client = new Harness(new OutboundSettings().allow("127.0.0.1"), authority.trust());
                var server =
                        authority.serve(RawServer.saying("302 Found\r\nLocation: " + plain.url("127.0.0.1"), ""))) {
            client.names.add("pinned.test", "127.0.0.1");

            assertFails(client, "https://pinned.test:%d/".formatted(server.port()), Outcome.REDIRECTED);
            assertThat(plain.requests).isEmpty();
        }
    }

    @Test
    void a_proxy_on_a_private_address_opens_the_tunnel_for_who_has_the_password() throws Exception {
        try (var server = authority.serve(this::answer);
                var proxy = new RawServer((head, socket, out) -> tunnel(head, socket, server.port()));
                var client = new Harness(
                        new OutboundSettings().proxy(proxy.url("127.0.0.1"), "ada", "lovelace"), authority.trust())) {
            client.names.add("127.0.0.1", "127.0.0.1");

            try (var answer = client.get("https://pinned.test/path?secret=1")) {
                assertThat(answer.body().readAllBytes()).asString().isEqualTo("secure");
            }

            assertThat(proxy.requests).extracting(head -> head.get(0)).containsOnly("CONNECT pinned.test:443 HTTP/1.1");
            assertThat(proxy.requests.get(proxy.requests.size() - 1))
                    .anyMatch(line -> line.equals("Proxy-Authorization: Basic " + basic()));
            assertThat(server.requests.get(0)).noneMatch(line -> line.startsWith("Proxy-"));
        }
    }

    @Test
    void a_proxy_that_opens_no_tunnel_is_not_taken_for_the_host() throws Exception {
        try (var proxy = new RawServer(RawServer.saying("403 Forbidden\r\nContent-Type: text/html", "no"));
                var client = new Harness(new OutboundSettings().proxy(proxy.url("127.0.0.1"), "ada", "lovelace"))) {
            client.names.add("127.0.0.1", "127.0.0.1");

            assertFails(client, "https://pinned.test/", Outcome.UNREACHABLE);
        }
    }

    @Test
    void the_proxy_is_no_way_around_the_rules_and_some_hosts_need_none() throws Exception {
        try (var server = new RawServer(RawServer.saying("200 OK", "x"));
                var proxy = new RawServer(RawServer.saying("200 OK", "by proxy"));
                var client = new Harness(new OutboundSettings()
                        .allow("127.0.0.1")
                        .proxy(proxy.url("127.0.0.1"), "ada", "lovelace", ".inside.test", "127.0.0.0/8"))) {
            client.names.add("intranet.test", "10.0.0.1");
            client.names.add("host.inside.test", "127.0.0.1");
            client.names.add("outside.test", "8.8.8.8");
            client.names.add("127.0.0.1", "127.0.0.1");

            assertThatThrownBy(() -> client.get("http://intranet.test/")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> client.get("http://169.254.169.254/")).isInstanceOf(ProblemException.class);
            assertThat(proxy.requests).isEmpty();

            client.get(server.url("host.inside.test")).close();
            client.get(server.url("127.0.0.1")).close();
            assertThat(server.requests).hasSize(2);

            try (var answer = client.get("http://outside.test/a?b")) {
                assertThat(answer.body().readAllBytes()).asString().isEqualTo("by proxy");
            }
            assertThat(proxy.requests.get(0).get(0)).isEqualTo("GET http://outside.test/a?b HTTP/1.1");
        }
    }

    private void answer(List<String> head, Socket socket, java.io.OutputStream out) throws IOException {
        var session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
        session.getRequestedServerNames()
                .forEach(name -> serverNames.add(new String(name.getEncoded(), StandardCharsets.US_ASCII)));
        out.write(RawServer.text("200 OK", "secure"));
    }

    /** Asks for the password, and passes bytes on in both directions once it has it. */
    private static void tunnel(List<String> head, Socket client, int port) throws Exception {
        var out = client.getOutputStream();
        if (head.stream().noneMatch(line -> line.endsWith(basic()))) {
            out.write(RawServer.text(
                    "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"", ""));
            return;
        }
        out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var back = new Thread(() -> copy(server, client));
            back.start();
            copy(client, server);
            back.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException expected) {
            // One of both left.
        }
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString("ada:lovelace".getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertFails(Harness client, String uri, Outcome outcome) {
        assertThatThrownBy(() -> client.get(uri))
                .isInstanceOfSatisfying(
                        OutboundFailure.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(outcome));
    }
}
