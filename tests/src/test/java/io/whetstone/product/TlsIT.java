package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product with a certificate of its own and no proxy before it. */
class TlsIT {
    @SuppressWarnings("NullAway.Init")
    static ServerCertificate own;

    @SuppressWarnings("NullAway.Init")
    static Product product;

    @BeforeAll
    static void start() throws Exception {
        var shared = Product.shared();
        new Jobs(shared).starterModel();
        var home = Homes.make("tls");
        own = ServerCertificate.in(home, 20);
        product = Product.secured(
                home,
                Map.of(
                        "WHETSTONE_TLS_CERTIFICATE", own.certificate().toString(),
                        "WHETSTONE_TLS_KEY", own.key().toString(),
                        "WHETSTONE_HTTP_HTTPS_ONLY", "true",
                        "WHETSTONE_STARTER_MODEL",
                                shared.home()
                                        .resolve("cache/SmolLM2-135M-Instruct.gguf")
                                        .toString()),
                own.trust());
        product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void people_sign_in_by_https_and_their_cookie_goes_no_other_way() {
        product.admin();
        var answer = product.anonymous().signIn(Product.ADMIN, Product.PASSWORD).expect(200);

        assertThat(answer.header("Set-Cookie")).startsWith("__Host-ws_refresh=").contains(";Secure");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(product.logText()).contains("Whetstone is ready at " + product.url());
    }

    @Test
    void pages_and_live_connections_come_by_tls() {
        var admin = product.admin();

        assertThat(product.anonymous().get("/").expect(200).header("Content-Type"))
                .startsWith("text/html");
        try (var live = LiveConnection.open(product, admin)) {
            live.send(Map.of("type", "ping"));
            live.await("pong");
        }
    }

    @Test
    void an_answer_of_a_model_streams() {
        var admin = product.admin();
        var model = new Jobs(product).starterModel().path("id").asText();

        var answer = Talk.begin(admin, model).say("Name a colour.", Map.of());

        assertThat(Talk.text(answer)).isNotBlank();
        assertThat(Talk.events(answer)).hasSizeGreaterThan(3);
    }

    @Test
    void who_asks_without_tls_gets_nothing() throws IOException {
        var url = URI.create(product.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/auth/providers HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).doesNotContain("HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    })
    void versions_and_suites_of_today_are_spoken(String version, String suite) throws IOException {
        try (var socket = connect()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void a_suite_without_authenticated_encryption_is_refused() throws IOException {
        try (var socket = connect()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, -1", "2, -1", "3, 22"})
    void versions_of_yesterday_are_not_even_answered(int minor, int first) throws IOException {
        var url = URI.create(product.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(ClientHello.of(minor));

            assertThat(socket.getInputStream().read()).isEqualTo(first);
        }
    }

    @Test
    void the_status_tells_of_a_certificate_that_ends_soon() {
        var checks =
                product.admin().get("/api/system/status").expect(200).json().path("checks");
        var certificate = StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("name").asText().equals("certificate"))
                .findFirst()
                .orElseThrow();

        assertThat(certificate.path("status").asText()).isEqualTo("down");
        assertThat(certificate.path("detail").asText()).contains("renew it");
        assertThat(product.logText()).contains("The certificate ends in 19 days");
        assertThat(product.run("status")).contains("ready     yes");
    }

    @Test
    void a_shell_that_knows_none_of_its_settings_asks_it_for_its_status_all_the_same() {
        var shell = Product.at(product.home(), Map.of());

        assertThat(shell.url()).isNotEqualTo(product.url());
        assertThat(shell.run("status")).contains("ready     yes");
    }

    @Test
    void a_key_that_others_can_read_is_refused_before_anything_starts() throws Exception {
        var open = Files.copy(own.key(), own.key().resolveSibling("open.key"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        var careless = Product.at(
                Homes.make("careless"),
                Map.of(
                        "WHETSTONE_TLS_CERTIFICATE", own.certificate().toString(),
                        "WHETSTONE_TLS_KEY", open.toString()));

        assertThat(careless.run("up")).contains("chmod 600 " + open).doesNotContain("starts in");
        assertThat(List.of(careless.home().toFile().list())).isEmpty();
    }

    private static SSLSocket connect() throws IOException {
        var url = URI.create(product.url());
        return (SSLSocket) own.trust().getSocketFactory().createSocket(url.getHost(), url.getPort());
    }
}
