package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What the server gives away to nobody, and believes of nobody. */
class HardeningIT {
    final Product product = Product.shared();
    final Client nobody = product.anonymous();

    @Test
    void trace_is_refused_and_echoes_nothing() {
        for (var path : List.of("/", "/api/me", "/v1/models", "/health", "/metrics")) {
            var answer = nobody.send(
                    nobody.request(path).header("X-Secret", "zephyr").method("TRACE", BodyPublishers.noBody()));

            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.body()).doesNotContain("zephyr");
        }
    }

    @Test
    void a_request_with_two_lengths_is_refused_with_all_that_follows_it() throws IOException {
        var url = URI.create(product.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            var smuggled = "GET /api/auth/providers HTTP/1.1\r\nHost: x\r\n\r\n";
            var request = "POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
        }
    }

    @Test
    void metrics_are_for_administrators_and_keys_of_theirs() {
        var admin = product.admin();
        var person = product.person("curious");

        assertThat(nobody.get("/metrics").status()).isEqualTo(401);
        assertThat(nobody.get("/metrics/").status()).isEqualTo(401);
        assertThat(person.get("/metrics").status()).isEqualTo(403);
        assertThat(key(person, "api_key", "read").get("/metrics").status()).isEqualTo(403);
        assertThat(key(admin, "publishable_key", "read").get("/metrics").status())
                .isEqualTo(403);
        assertThat(key(admin, "api_key", "read").get("/metrics").status()).isEqualTo(403);
        assertThat(key(admin, "api_key", "admin").get("/metrics").expect(200).body())
                .contains("whetstone_requests");
        assertThat(admin.get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void a_page_of_another_site_opens_no_live_connection() {
        for (var path : List.of("/live", "/ws/" + UUID.randomUUID())) {
            for (var origin : List.of("https://evil.example", product.url() + ".evil.example", "null")) {
                assertThatThrownBy(() -> connect(path, origin))
                        .as(path + " from " + origin)
                        .cause()
                        .isInstanceOfSatisfying(
                                WebSocketHandshakeException.class,
                                refused -> assertThat(refused.getResponse().statusCode())
                                        .isEqualTo(403));
            }
            connect(path, product.url()).abort();
        }
    }

    @Test
    void every_answer_keeps_a_browser_strict_and_is_for_this_site_only() {
        for (var path :
                List.of("/", "/sign-in", "/api/me", "/api/nothing", "/assets/nothing.js", "/health", "/metrics")) {
            var answer = nobody.send(nobody.request(path)
                    .header("Origin", "https://evil.example")
                    .GET());

            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.headers().map().keySet()).as(path).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void no_other_site_may_ask_beforehand() {
        var preflight = nobody.send(nobody.request("/api/datasets")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void what_anybody_says_a_proxy_said_is_not_believed() {
        var person = Person.make(product, "direct");
        var headers = Map.of(
                "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https", "Forwarded", "for=198.51.100.7");
        var session = nobody.post(
                        "/api/auth/sign-in", Map.of("email", person.email(), "password", Product.PASSWORD), headers)
                .expect(200);

        assertThat(session.header("Set-Cookie")).startsWith("ws_refresh=").doesNotContain("Secure");
        assertThat(session.header("Strict-Transport-Security")).isEmpty();
        assertThat(nobody.with(session.text("accessToken"))
                        .get("/api/me/sessions")
                        .body())
                .doesNotContain("198.51.100.7");
    }

    @Test
    void signing_out_empties_the_browser() {
        var person = Person.make(product, "leaving");
        for (var path : List.of("/api/auth/sign-out", "/api/auth/sso/sign-out")) {
            var session = nobody.signIn(person.email(), Product.PASSWORD).expect(200);
            var cookie = session.header("Set-Cookie").split(";", 2)[0];

            var gone = nobody.post(path, "", Map.of("Cookie", cookie));

            assertThat(gone.header("Clear-Site-Data")).isEqualTo("\"storage\"");
            assertThat(gone.header("Set-Cookie")).startsWith("ws_refresh=;").contains("Max-Age=0");
            assertThat(nobody.post("/api/auth/refresh", "", Map.of("Cookie", cookie))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_credential_counts_in_its_own_place_only() {
        var person = Person.make(product, "swapper");
        var session = nobody.signIn(person.email(), Product.PASSWORD).expect(200);
        var refresh = session.header("Set-Cookie").split(";", 2)[0].split("=", 2)[1];
        var ticket = LiveConnection.ticket(person.client());

        assertThat(nobody.with(refresh).get("/api/me").status()).isEqualTo(401);
        assertThat(nobody.with(ticket).get("/api/me").status()).isEqualTo(401);
        for (var token : List.of(person.client().token(), ticket)) {
            var cookie = Map.of("Cookie", "ws_refresh=" + token);
            assertThat(nobody.post("/api/auth/refresh", "", cookie).status()).isEqualTo(401);
        }
        var link = Map.of("token", refresh, "newPassword", "mellow-otter-fjord-42");
        assertThat(nobody.post("/api/account/reset-password", link).status()).isEqualTo(410);
    }

    @Test
    void sql_in_a_search_is_a_text() {
        var admin = product.admin();
        admin.post("/api/datasets/examples/support-triage", "").expect(201);
        for (var text : List.of("' or '1'='1", "%' or 1=1 --", "\\'; drop table users; --", "%27%20or%201=1")) {
            var encoded = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
            for (var path : List.of("/api/datasets?search=", "/api/users?q=", "/api/admin/audit?text=")) {
                var found = admin.get(path + encoded).expect(200).json().path("items");
                assertThat(found).as(path + text).isEmpty();
            }
        }
    }

    @Test
    void a_parameter_that_is_given_twice_counts_once() {
        var admin = product.admin();
        product.person("one");
        product.person("two");

        var answer = admin.get("/api/users?limit=1&limit=200").expect(200);

        assertThat(answer.json().path("items")).hasSize(1);
    }

    @Test
    void folders_and_descriptors_are_not_shown() {
        for (var path : List.of(
                "/assets",
                "/assets/",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/.git/config",
                "/assets/../WEB-INF/web.xml",
                "/assets/..%2fWEB-INF%2fweb.xml",
                "/%57EB-INF/web.xml")) {
            var answer = nobody.get(path);

            assertThat(answer.body()).as(path).doesNotContain("<web-app", "[core]", "Manifest-Version", "index.html\"");
            assertThat(answer.status()).as(path).isIn(200, 301, 400, 404);
            assertThat(answer.status() == 200).as(path).isEqualTo(answer.body().contains("<!doctype html>"));
        }
    }

    @Test
    void a_download_is_an_attachment_under_a_name_of_ours() {
        var person = product.person("downloader");
        var workspace = person.post("/api/workspaces", Map.of("name", "../..\\\"; filename=\"x.html\r\nX-Evil: 1 é"))
                .expect(201)
                .text("id");

        var export = person.get("/api/workspaces/" + workspace + "/export").expect(200);
        var audit = person.get("/api/workspaces/" + workspace + "/audit/download?format=csv")
                .expect(200);

        for (var answer : List.of(export, audit)) {
            assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"[A-Za-z0-9._-]+\"");
            assertThat(answer.header("X-Evil")).isEmpty();
        }
    }

    @Test
    void the_archive_holds_what_runs_and_nothing_else() throws IOException {
        var names = new ArrayList<String>();
        try (var ear =
                new ZipFile(Product.root().resolve("ear/target/whetstone.ear").toFile())) {
            for (var entry : ear.stream().toList()) {
                names.add(entry.getName());
                if (entry.getName().matches("[^/]+\\.[jw]ar")) {
                    try (var inner = new ZipInputStream(ear.getInputStream(entry))) {
                        Stream.iterate(inner.getNextEntry(), found -> found != null, found -> next(inner))
                                .forEach(found -> names.add(found.getName()));
                    }
                }
            }
        }

        assertThat(names).anyMatch(name -> name.endsWith("TrainingJobsResource.class"));
        assertThat(names)
                .noneMatch(name -> name.matches(
                        "(.*/)?(\\.git.*|\\.env.*|.*\\.(java|ts|map|pem|key)|package.*\\.json|.*(Test|IT)\\.class)"));
    }

    private static java.util.zip.@org.jspecify.annotations.Nullable ZipEntry next(ZipInputStream zip) {
        try {
            return zip.getNextEntry();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Client key(Client person, String kind, String scope) {
        var name = Map.of("name", "metrics " + UUID.randomUUID(), "scopes", List.of(scope));
        return nobody.with(
                person.post("/api/user/api-keys?kind=" + kind, name).expect(201).text("key"));
    }

    private WebSocket connect(String path, String origin) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(product.url().replaceFirst("http", "ws") + path), new WebSocket.Listener() {})
                .join();
    }
}
