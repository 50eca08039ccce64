package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeysIT {
    static final String KEYS = "/api/user/api-keys";

    final Product product = Product.shared();
    final Client ada = product.person("ada");

    @Test
    void a_key_has_the_least_scope_unless_told_otherwise() {
        var key = product.anonymous().with(create(ada, Map.of("name", "reader")).text("key"));

        assertThat(key.get("/api/datasets").status()).isEqualTo(200);
        var refused = key.post("/api/datasets/examples/support-triage", "").expect(403);
        assertThat(refused.text("detail")).contains("training");
        assertThat(key.get(KEYS).status()).as("a key cannot read keys").isEqualTo(403);
        assertThat(key.post(KEYS, Map.of("name", "child")).status()).isEqualTo(403);
    }

    @Test
    void a_key_is_shown_once_and_never_again() {
        var made = create(ada, Map.of("name", "once"));
        var text = made.text("key");

        var listed = ada.get(KEYS).expect(200);

        assertThat(text).matches("wst_[0-9A-Za-z]{50}");
        assertThat(listed.body()).doesNotContain(text).contains("wst_" + text.substring(4, 8));
        assertThat(product.logText()).doesNotContain(text);
    }

    @Test
    void a_key_works_in_its_workspace_only() {
        var key = product.anonymous()
                .with(create(ada, Map.of("name", "bound", "scopes", List.of("all")))
                        .text("key"));
        var elsewhere = product.person("bob")
                .get("/api/me")
                .json()
                .at("/workspaces/0/id")
                .asText();

        var answer = key.send(
                key.request("/api/datasets").header("X-Workspace-Id", elsewhere).GET());

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void a_revoked_key_opens_nothing_within_a_second() {
        var made = create(ada, Map.of("name", "doomed"));
        var key = product.anonymous().with(made.text("key"));
        key.get("/api/datasets").expect(200);

        ada.delete(KEYS + "/" + id(made)).expect(200);
        Waiting.pause(Duration.ofMillis(1100));

        assertThat(key.get("/api/datasets").status()).isEqualTo(401);
    }

    @Test
    void a_rotated_key_goes_on_for_the_overlap_only() {
        var made = create(ada, Map.of("name", "rotating"));
        var former = product.anonymous().with(made.text("key"));

        var next = ada.post(KEYS + "/" + id(made) + "/rotate", Map.of("overlapSeconds", 3))
                .expect(200);

        var current = product.anonymous().with(next.text("key"));
        assertThat(current.get("/api/datasets").status()).isEqualTo(200);
        assertThat(former.get("/api/datasets").status()).isEqualTo(200);
        Waiting.pause(Duration.ofMillis(4200));
        assertThat(former.get("/api/datasets").status()).isEqualTo(401);
        assertThat(current.get("/api/datasets").status()).isEqualTo(200);
    }

    @Test
    void a_key_is_held_to_its_networks_and_its_expiry() {
        var far = create(ada, Map.of("name", "far", "networks", List.of("203.0.113.0/24")));
        var near = create(ada, Map.of("name", "near", "networks", List.of("127.0.0.0/8", "::1")));
        var brief = create(
                ada,
                Map.of(
                        "name",
                        "brief",
                        "expiresAt",
                        Instant.now().plusSeconds(2).toString()));

        assertThat(product.anonymous()
                        .with(far.text("key"))
                        .get("/api/datasets")
                        .status())
                .isEqualTo(401);
        assertThat(product.anonymous()
                        .with(near.text("key"))
                        .get("/api/datasets")
                        .status())
                .isEqualTo(200);
        assertThat(product.anonymous()
                        .with(brief.text("key"))
                        .get("/api/datasets")
                        .status())
                .isEqualTo(200);
        Waiting.pause(Duration.ofMillis(3200));
        assertThat(product.anonymous()
                        .with(brief.text("key"))
                        .get("/api/datasets")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_key_is_held_to_the_address_that_the_trusted_proxy_names() {
        var behind = SecondProduct.shared();
        var person = behind.person("far");
        var key = behind.anonymous()
                .with(create(person, Map.of("name", "far", "networks", List.of("203.0.113.0/24")))
                        .text("key"));

        assertThat(statusFrom(key, "203.0.113.7")).isEqualTo(200);
        assertThat(statusFrom(key, "198.51.100.7")).isEqualTo(401);
        assertThat(key.get("/api/datasets").status()).isEqualTo(401);
    }

    private static int statusFrom(Client client, String address) {
        return client.send(client.request("/api/datasets").header("X-Forwarded-For", address))
                .status();
    }

    @Test
    void a_key_lives_no_longer_than_the_administrator_lets_it() {
        var year = create(ada, Map.of("name", "year " + UUID.randomUUID()));
        assertThat(end(year)).isBetween(daysFromNow(364), daysFromNow(366));
        assertThat(pointer(Map.of("name", "x", "expiresAt", daysFromNow(366).toString())))
                .isEqualTo("/expiresAt");
        var admin = product.admin();
        var path = "/api/admin/settings";
        var reset = new java.util.HashMap<String, Object>();
        reset.put("apiKeyLongestLife", null);
        admin.patch(path, Map.of("apiKeyLongestLife", "P30D"), admin.get(path).header("ETag"))
                .expect(200);
        try {
            assertThat(end(create(ada, Map.of("name", "month " + UUID.randomUUID()))))
                    .isBetween(daysFromNow(29), daysFromNow(31));
            assertThat(pointer(Map.of("name", "x", "expiresAt", daysFromNow(60).toString())))
                    .isEqualTo("/expiresAt");
        } finally {
            admin.patch(path, reset, admin.get(path).header("ETag")).expect(200);
        }
    }

    private static Instant daysFromNow(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS);
    }

    private static Instant end(Answer made) {
        return Instant.parse(made.json().at("/apiKey/expiresAt").asText());
    }

    @Test
    void a_limit_answers_429_and_says_when_to_come_back() {
        var key = product.anonymous()
                .with(create(ada, Map.of("name", "slow", "requestsPerMinute", 3))
                        .text("key"));

        var first = key.get("/api/datasets").expect(200);
        var answers = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> key.get("/api/datasets"))
                .toList();

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"minute\";q=3;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"minute\";r=2;t=");
        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        });
    }

    @Test
    void every_request_of_a_key_is_in_its_log() {
        var made = create(ada, Map.of("name", "logged"));
        var key = product.anonymous().with(made.text("key"));
        key.get("/api/datasets?secret=1").expect(200);
        key.get("/api/users").expect(403);

        var log = Waiting.until(
                Duration.ofSeconds(10),
                () -> ada.get(KEYS + "/" + id(made) + "/usage")
                        .expect(200)
                        .json()
                        .path("items"),
                items -> items.size() == 2);

        assertThat(log.findValuesAsText("path")).containsExactlyInAnyOrder("/api/datasets", "/api/users");
        assertThat(log.findValuesAsText("status")).containsExactlyInAnyOrder("200", "403");
        assertThat(product.person("eve").get(KEYS + "/" + id(made) + "/usage").status())
                .isEqualTo(404);
        assertThat(ada.get(KEYS).json().at("/items/0/lastUsedAt").asText()).isNotEmpty();
    }

    @Test
    void a_service_key_acts_for_members_of_its_workspace_only() {
        var key = product.anonymous()
                .with(create(ada, "?kind=service_key", Map.of("name", "server")).text("key"));
        var me = ada.get("/api/me").json();
        var stranger = product.person("stranger").get("/api/me").json();

        assertThat(actingFor(key, me.path("id").asText()).status()).isEqualTo(200);
        assertThat(actingFor(key, me.path("email").asText()).status()).isEqualTo(200);
        assertThat(actingFor(key, stranger.path("id").asText()).status()).isEqualTo(401);
        assertThat(actingFor(key, UUID.randomUUID().toString()).status()).isEqualTo(401);
        var plain =
                product.anonymous().with(create(ada, Map.of("name", "plain")).text("key"));
        assertThat(actingFor(plain, me.path("id").asText()).status()).isEqualTo(401);
        assertThat(actingFor(ada, stranger.path("id").asText()).status()).isEqualTo(401);
    }

    @Test
    void a_publishable_key_opens_nothing_of_a_workspace() {
        var key = product.anonymous()
                .with(create(ada, "?kind=publishable_key", Map.of("name", "page"))
                        .text("key"));

        assertThat(key.get("/api/datasets").status()).isEqualTo(403);
        assertThat(key.get("/api/me").status()).isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused_by_field() {
        assertThat(pointer(Map.of("name", " "))).isEqualTo("/name");
        assertThat(pointer(Map.of("name", "x", "networks", List.of("example.org"))))
                .isEqualTo("/networks/0");
        assertThat(pointer(Map.of("name", "x", "requestsPerMinute", 0))).isEqualTo("/requestsPerMinute");
        assertThat(pointer(Map.of("name", "x", "expiresAt", "2020-01-01T00:00:00Z")))
                .isEqualTo("/expiresAt");
        assertThat(ada.post(KEYS, Map.of("name", "x", "scopes", List.of("admin")))
                        .status())
                .isEqualTo(403);
        create(ada, Map.of("name", "Twice"));
        assertThat(ada.post(KEYS, Map.of("name", "twice")).status()).isEqualTo(409);
    }

    private String pointer(Map<String, Object> body) {
        return ada.post(KEYS, body).expect(400).json().at("/errors/0/pointer").asText();
    }

    private static Answer actingFor(Client client, String person) {
        return client.send(
                client.request("/api/datasets").header("X-Acts-For", person).GET());
    }

    private static Answer create(Client client, Map<String, Object> body) {
        return create(client, "", body);
    }

    private static Answer create(Client client, String query, Map<String, Object> body) {
        return client.post(KEYS + query, body).expect(201);
    }

    private static String id(Answer made) {
        JsonNode key = made.json().path("apiKey");
        return key.path("id").asText();
    }
}
