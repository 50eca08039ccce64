package io.whetstone.audit.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFieldsTest {
    @Test
    void only_what_changed_is_kept() {
        var fields = AuditFields.changed(Map.of("name", "a", "role", "user"), Map.of("name", "b", "role", "user"));

        assertThat(fields.toString()).isEqualTo("{\"name\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "password, true",
        "newPassword, true",
        "client_secret, true",
        "apiKey, true",
        "refresh-token, true",
        "passwordHash, true",
        "name, false",
        "maxTokens, false",
        "keyId, false",
        "monkey, false",
        "keyboard, false",
    })
    void names_of_secrets_are_known(String name, boolean secret) {
        assertThat(AuditFields.isSecret(name)).isEqualTo(secret);
    }

    @Test
    void a_secret_is_withheld_however_deep_it_lies_and_what_is_no_text_stays() {
        var fields = AuditFields.changed(
                Map.of(
                        "provider", Map.of("clientSecret", "hunter2", "name", "x"),
                        "mustChangePassword", true,
                        "secret", List.of("hunter2")),
                Map.of());

        assertThat(fields.toString()).doesNotContain("hunter2").contains("\"mustChangePassword\":true");
        assertThat(fields.at("/provider/clientSecret").asText()).isEqualTo(AuditFields.WITHHELD);
        assertThat(fields.at("/provider/name").asText()).isEqualTo("x");
    }

    @Test
    void nothing_that_the_database_could_not_keep_is_left() {
        var fields = AuditFields.changed(Map.of("name", "a\u0000b", "text", "x".repeat(5_000)), Map.of());

        assertThat(fields.path("name").asText()).isEqualTo("ab");
        assertThat(fields.path("text").asText()).hasSize(2_001);
    }
}
