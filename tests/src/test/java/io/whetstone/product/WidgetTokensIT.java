package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tokens for the visitors of a page with an embedded chat, on the starter model. */
class WidgetTokensIT {
    static final String PAGE = "https://shop.example";
    static final String TOKENS = "/api/widget/tokens";

    final Product product = Product.shared();
    final Client admin = product.admin();
    final String model = new Jobs(product).starterModel().path("name").asText();
    final Answer key = serviceKey(Map.of());
    final Client server = product.anonymous().with(key.text("key"));

    @Test
    void a_visitor_asks_the_named_model_from_the_named_page_only() {
        var visitor = visitor(Map.of());

        var answered = ask(visitor, PAGE, model);

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(answered.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(ask(visitor, PAGE, "another").status()).isEqualTo(403);
        assertThat(ask(visitor, "https://evil.example", model).status()).isEqualTo(401);
        assertThat(ask(visitor, "http://shop.example", model).status()).isEqualTo(401);
        assertThat(ask(visitor, "null", model).status()).isEqualTo(401);
        assertThat(ask(visitor, null, model).status()).isEqualTo(401);
    }

    @Test
    void everything_else_is_closed_to_a_visitor() {
        var visitor = visitor(Map.of());
        var paths = Stream.of(
                "/api/me", "/v1/models", "/api/models", "/api/datasets", "/api/training/jobs", "/api/user/api-keys");

        assertThat(paths.map(path -> visitor.send(
                                visitor.request(path).header("Origin", PAGE).GET())
                        .status()))
                .containsOnly(403);
        assertThat(visitor.post(TOKENS, request(Map.of()), Map.of("Origin", PAGE))
                        .status())
                .isEqualTo(403);
        var elsewhere = product.person("bob").get("/api/me").json().at("/workspaces/0/id");
        var body = Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "Hi")));
        assertThat(visitor.post(
                                "/v1/chat/completions",
                                body,
                                Map.of("Origin", PAGE, "X-Workspace-Id", elsewhere.asText()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_token_ends_by_its_time_and_with_its_key() {
        var brief = visitor(Map.of("lifeSeconds", 2));
        var visitor = visitor(Map.of());
        assertThat(ask(brief, PAGE, "another").status()).isEqualTo(403);
        assertThat(ask(visitor, PAGE, "another").status()).isEqualTo(403);

        Waiting.pause(Duration.ofMillis(3200));
        assertThat(ask(brief, PAGE, "another").status()).isEqualTo(401);
        admin.delete("/api/user/api-keys/" + key.json().at("/apiKey/id").asText())
                .expect(200);
        Waiting.pause(Duration.ofMillis(1100));

        assertThat(ask(visitor, PAGE, "another").status()).isEqualTo(401);
    }

    @Test
    void only_a_service_key_that_may_ask_models_gets_tokens() {
        var plain = product.anonymous()
                .with(admin.post(
                                "/api/user/api-keys",
                                Map.of("name", "plain" + System.nanoTime(), "scopes", List.of("all")))
                        .expect(201)
                        .text("key"));
        assertThat(plain.post(TOKENS, request(Map.of())).status()).isEqualTo(403);
        assertThat(admin.post(TOKENS, request(Map.of())).status()).isEqualTo(403);
        var reads = product.anonymous()
                .with(serviceKey(Map.of("scopes", List.of("read"))).text("key"));
        assertThat(reads.post(TOKENS, request(Map.of())).status()).isEqualTo(403);
        var bound = product.anonymous()
                .with(serviceKey(Map.of("models", List.of("another"))).text("key"));
        assertThat(bound.post(TOKENS, request(Map.of())).status()).isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused_by_field() {
        assertThat(pointer(Map.of("origins", List.of()))).startsWith("/origins");
        for (var origin : List.of("*", "null", "shop.example", PAGE + "/chat", "ftp://shop.example", "https://a@b")) {
            assertThat(pointer(Map.of("origins", List.of(origin)))).as(origin).isEqualTo("/origins/0");
        }
        assertThat(pointer(Map.of("models", List.of()))).startsWith("/models");
        assertThat(pointer(Map.of("visitor", " "))).isEqualTo("/visitor");
        assertThat(pointer(Map.of("lifeSeconds", 3601))).isEqualTo("/lifeSeconds");
        assertThat(server.post(TOKENS, request(Map.of("models", List.of("nothing"))))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_browser_may_ask_before_and_learns_nothing_by_it() {
        var preflight = product.anonymous()
                .send(product.anonymous()
                        .request("/v1/chat/completions")
                        .header("Origin", PAGE)
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
        var byKey =
                server.send(server.request("/v1/models").header("Origin", PAGE).GET());
        assertThat(byKey.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private String pointer(Map<String, Object> change) {
        return server.post(TOKENS, request(change))
                .expect(400)
                .json()
                .at("/errors/0/pointer")
                .asText();
    }

    private Client visitor(Map<String, Object> change) {
        return product.anonymous()
                .with(server.post(TOKENS, request(change)).expect(201).text("token"));
    }

    private Map<String, Object> request(Map<String, Object> change) {
        var body = new HashMap<String, Object>(
                Map.of("visitor", "visitor 7", "origins", List.of(PAGE), "models", List.of(model)));
        body.putAll(change);
        return body;
    }

    private Answer serviceKey(Map<String, Object> change) {
        var body = new HashMap<String, Object>(
                Map.of("name", "shop" + System.nanoTime(), "scopes", List.of("production")));
        body.putAll(change);
        return admin.post("/api/user/api-keys?kind=service_key", body).expect(201);
    }

    private static Answer ask(Client visitor, @Nullable String page, String name) {
        var body = Map.of("model", name, "max_tokens", 2, "messages", List.of(Map.of("role", "user", "content", "Hi")));
        return visitor.post("/v1/chat/completions", body, page == null ? Map.of() : Map.of("Origin", page));
    }
}
