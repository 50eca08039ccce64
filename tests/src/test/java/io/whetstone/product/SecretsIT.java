package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsIT {
    static final String VALUE = "sk-proj-Kq7wXnever-to-be-seen-81Fz";
    static final String HIDDEN = "aws-hidden-Zr55never-either";

    final Product product = Product.shared();
    final Client ada = product.person("ada");

    @Test
    void a_value_is_never_returned_nor_logged() throws IOException {
        var answers = new ArrayList<Answer>();
        var made = ada.post("/api/secrets", secret("person", "openai"));
        answers.add(made.expect(201));
        var path = "/api/secrets/" + made.text("id");
        answers.add(ada.get("/api/secrets"));
        answers.add(ada.get(path));
        answers.add(ada.post("/api/secrets", secret("person", "openai")));
        answers.add(ada.post("/api/secrets", secret("nobody", "openai")));
        answers.add(ada.post("/api/secrets", secret("person", "Not Valid")));
        answers.add(ada.put(path, Map.of("value", VALUE, "unknown", VALUE), "\"1\""));
        answers.add(ada.put(path, Map.of("value", VALUE), "\"99\""));
        answers.add(ada.put(path, Map.of("description", "other"), made.header("ETag")));

        assertThat(made.text("lastFour")).isEqualTo("81Fz");
        assertThat(made.text("fingerprint")).matches("[0-9a-f]{16}");
        assertThat(made.json().at("/metadata/region/value").asText()).isEqualTo("eu-1");
        assertThat(made.json().at("/metadata/second/value").isNull()).isTrue();
        assertThat(answers).extracting(Answer::status).containsExactly(201, 200, 200, 409, 400, 400, 400, 412, 200);
        for (var answer : answers) {
            assertThat(answer.body()).doesNotContain(VALUE).doesNotContain(HIDDEN);
        }
        assertThat(logs()).doesNotContain(VALUE).doesNotContain(HIDDEN);
    }

    @Test
    void a_short_value_shows_no_part_of_itself() {
        var made = ada.post("/api/secrets", Map.of("owner", "person", "provider", "pin", "value", "12345678901"))
                .expect(201);

        assertThat(made.json().path("lastFour").isNull()).isTrue();
    }

    @Test
    void a_change_needs_the_version_and_keeps_what_it_does_not_name() {
        var made = ada.post("/api/secrets", secret("person", "aws")).expect(201);
        var path = "/api/secrets/" + made.text("id");

        var described = ada.put(path, Map.of("description", "for tests"), made.header("ETag"))
                .expect(200);
        var refitted = ada.put(path, Map.of("metadata", Map.of("second", field(null, true))), described.header("ETag"))
                .expect(200);
        var replaced = ada.put(path, Map.of("value", "another-value-0000"), refitted.header("ETag"))
                .expect(200);

        assertThat(refitted.text("fingerprint")).isEqualTo(made.text("fingerprint"));
        assertThat(refitted.json().path("metadata").fieldNames()).toIterable().containsExactly("second");
        assertThat(replaced.text("fingerprint")).isNotEqualTo(made.text("fingerprint"));
        assertThat(replaced.text("lastFour")).isEqualTo("0000");
        assertThat(replaced.text("description")).isEqualTo("for tests");
        assertThat(ada.delete(path).status()).isEqualTo(428);
        assertThat(ada.delete(path, made.header("ETag")).status()).isEqualTo(412);
        assertThat(ada.delete(path, replaced.header("ETag")).status()).isEqualTo(204);
        assertThat(ada.get(path).status()).isEqualTo(404);
    }

    @Test
    void nobody_else_sees_or_changes_a_secret() {
        var own = ada.post("/api/secrets", secret("person", "groq")).expect(201);
        var shared = ada.post("/api/secrets", secret("workspace", "groq")).expect(201);
        var bob = product.person("bob");

        for (var made : java.util.List.of(own, shared)) {
            var path = "/api/secrets/" + made.text("id");
            for (var other : java.util.List.of(bob, product.admin())) {
                assertThat(other.get(path).status()).isEqualTo(404);
                assertThat(other.put(path, Map.of("value", "x"), "\"1\"").status())
                        .isEqualTo(404);
                assertThat(other.delete(path, "\"1\"").status()).isEqualTo(404);
            }
            assertThat(product.anonymous().get(path).status()).isEqualTo(401);
        }
        assertThat(bob.get("/api/secrets").expect(200).json().path("items")).isEmpty();
        assertThat(ada.get("/api/secrets?owner=person").json().path("items")).hasSize(1);
        assertThat(ada.get("/api/secrets?owner=workspace").json().path("items")).hasSize(1);
    }

    @Test
    void a_workspace_gets_another_data_key_and_its_secrets_still_open() {
        for (int i = 0; i < 60; i++) {
            ada.post("/api/secrets", secret("workspace", "p" + i)).expect(201);
        }

        var task = ada.post("/api/secrets/data-key/rotations", "").expect(202).text("taskId");
        Waiting.until(
                java.time.Duration.ofSeconds(60),
                () -> ada.get("/api/tasks/" + task).text("status"),
                "completed"::equals);

        for (var item : ada.get("/api/secrets?limit=100").expect(200).json().path("items")) {
            var path = "/api/secrets/" + item.path("id").asText();
            var opened = ada.put(path, Map.of("metadata", Map.of()), "\"" + item.path("version") + "\"");
            assertThat(opened.expect(200).text("fingerprint"))
                    .isEqualTo(item.path("fingerprint").asText());
        }
    }

    private String logs() throws IOException {
        var all = new StringBuilder(product.logText());
        try (var files = Files.walk(product.home().resolve("logs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    static Map<String, Object> secret(String owner, String provider) {
        return Map.of(
                "owner", owner,
                "provider", provider,
                "value", VALUE,
                "metadata", Map.of("region", field("eu-1", false), "second", field(HIDDEN, true)));
    }

    private static Map<String, Object> field(@org.jspecify.annotations.Nullable String value, boolean secret) {
        return value == null ? Map.of("secret", secret) : Map.of("value", value, "secret", secret);
    }
}
