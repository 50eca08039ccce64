package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What keys use of the tokens that they have a month, on the starter model. */
class KeyBudgetIT {
    static final String KEYS = "/api/user/api-keys";

    final Product product = Product.shared();
    final Client admin = product.admin();
    final JsonNode model = new Jobs(product).starterModel();

    @Test
    void a_whole_answer_and_a_stream_are_counted_once_each() throws IOException, InterruptedException {
        var key = create(Map.of());
        var chat = chat(key);

        var whole = chat.ask("Name a colour.", Map.of("max_tokens", 5)).expect(200);
        var total = whole.json().at("/usage/total_tokens").asLong();
        assertThat(used(key)).isEqualTo(total);
        try (var stream = chat.stream("Name a colour.", 5)) {
            assertThat(stream.rest()).noneMatch(chunk -> chunk.has("usage"));
            assertThat(stream.isDone()).isTrue();
        }

        assertThat(total).isPositive();
        Waiting.until(Duration.ofSeconds(5), () -> used(key), used -> used == 2 * total);
        client(key).get("/v1/models").expect(200);
        assertThat(used(key)).as("reading costs nothing").isEqualTo(2 * total);
    }

    @Test
    void requests_that_run_at_once_are_all_counted() {
        var key = create(Map.of());
        var one = chat(key)
                .ask("Name a colour.", Map.of("max_tokens", 5))
                .expect(200)
                .json()
                .at("/usage/total_tokens")
                .asLong();

        var all = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> chat(key).ask("Name a colour.", Map.of("max_tokens", 5))))
                .toList();

        assertThat(all).allMatch(answer -> answer.join().status() == 200);
        assertThat(used(key)).isEqualTo(5 * one);
    }

    @Test
    void a_stream_that_is_given_up_counts_what_it_used() throws IOException, InterruptedException {
        var key = create(Map.of());
        try (var stream = chat(key).stream("Write a long story about a river.", 2000)) {
            for (var i = 0; i < 6; i++) {
                assertThat(stream.next()).isNotNull();
            }
        }

        var used = Waiting.until(Duration.ofSeconds(20), () -> used(key), count -> count > 0);

        assertThat(used).isBetween(10L, 1500L);
    }

    @Test
    void a_whole_answer_whose_client_leaves_stops_and_counts_what_it_used() {
        var key = create(Map.of());
        var logged = Product.shared().serverLog().size();
        var asked = chat(key).begin("Write a long story about a river.", 4000);
        Waiting.pause(Duration.ofSeconds(1));

        asked.cancel(true);
        var used = Waiting.until(Duration.ofSeconds(5), () -> used(key), count -> count > 0);

        assertThat(used).isBetween(10L, 2000L);
        assertThat(Product.shared().failuresSince(logged))
                .as("that somebody leaves is no failure")
                .isEmpty();
    }

    @Test
    void a_stream_is_not_held_back() throws IOException, InterruptedException {
        try (var stream = chat(create(Map.of())).stream("Name a colour.", 5)) {
            assertThat(stream.next()).isNotNull();
            assertThat(stream.length()).as("nobody knows it when it begins").isEmpty();
        }
    }

    @Test
    void a_used_up_budget_is_refused_in_the_form_of_each_surface() {
        var key = create(Map.of("monthlyTokens", 3));
        chat(key).ask("Name a colour.", Map.of("max_tokens", 5)).expect(200);

        var openAi = chat(key).ask("Name a colour.", Map.of("max_tokens", 5)).expect(429);
        var own = client(key)
                .post(
                        "/api/chat",
                        Map.of(
                                "modelId",
                                model.path("id").asText(),
                                "messages",
                                List.of(Map.of("role", "user", "content", "Hi"))))
                .expect(429);

        var renewsAt = view(key).path("budgetRenewsAt").asText();
        assertThat(openAi.json().at("/error/type").asText()).isEqualTo("insufficient_quota");
        assertThat(openAi.json().at("/error/code").asText()).isEqualTo("budget_exhausted");
        assertThat(openAi.json().at("/error/message").asText()).contains(renewsAt);
        assertThat(own.header("Content-Type")).startsWith("application/problem+json");
        assertThat(own.text("code")).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(own.text("detail")).contains(renewsAt);
        var wait = Duration.between(Instant.now(), Instant.parse(renewsAt)).toSeconds();
        assertThat(Long.parseLong(own.header("Retry-After"))).isBetween(wait - 5, wait + 5);
        assertThat(view(key).path("monthlyTokens").asLong()).isEqualTo(3);

        raise(key, 1_000_000);
        chat(key).ask("Name a colour.", Map.of("max_tokens", 5)).expect(200);
    }

    @Test
    void visitors_use_the_budget_of_the_key_of_their_page() {
        var key = create("?kind=service_key", Map.of("monthlyTokens", 3));
        var name = model.path("name").asText();
        var token = client(key)
                .post(
                        "/api/widget/tokens",
                        Map.of("visitor", "v", "origins", List.of("https://a.example"), "models", List.of(name)))
                .expect(201)
                .text("token");
        var body = Map.of("model", name, "max_tokens", 2, "messages", List.of(Map.of("role", "user", "content", "Hi")));
        var page = Map.of("Origin", "https://a.example");
        var visitor = product.anonymous().with(token);

        visitor.post("/v1/chat/completions", body, page).expect(200);

        assertThat(visitor.post("/v1/chat/completions", body, page).status()).isEqualTo(429);
        assertThat(used(key)).isPositive();
    }

    @Test
    void what_makes_no_sense_is_refused_by_field() {
        var refused = admin.post(KEYS, Map.of("name", "x", "monthlyTokens", 0)).expect(400);

        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/monthlyTokens");
    }

    private void raise(Answer key, long tokens) {
        var body = Map.of(
                "name", view(key).path("name").asText(), "scopes", List.of("production"), "monthlyTokens", tokens);
        admin.put(KEYS + "/" + id(key), body, "\"" + view(key).path("version").asLong() + "\"")
                .expect(200);
    }

    private Chat chat(Answer key) {
        return new Chat(client(key), model.path("name").asText());
    }

    private Client client(Answer key) {
        return product.anonymous().with(key.text("key"));
    }

    private long used(Answer key) {
        return view(key).path("tokensThisMonth").asLong();
    }

    private JsonNode view(Answer key) {
        var items = admin.get(KEYS + "?limit=100").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(view -> view.path("id").asText().equals(id(key)))
                .findFirst()
                .orElseThrow();
    }

    private static String id(Answer key) {
        return key.json().at("/apiKey/id").asText();
    }

    private Answer create(Map<String, Object> limits) {
        return create("", limits);
    }

    private Answer create(String query, Map<String, Object> limits) {
        var body = new HashMap<String, Object>(
                Map.of("name", "budget" + System.nanoTime(), "scopes", List.of("production")));
        body.putAll(limits);
        return admin.post(KEYS + query, body).expect(201);
    }
}
