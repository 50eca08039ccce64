package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Settings and feature flags, over HTTP. */
class SettingIT {
    final Product product = Product.shared();

    @Test
    void a_setting_is_changed_merged_and_reset() {
        var person = product.person("ada");

        var first = change(person, "/api/settings", Map.of("fontSize", 18)).expect(200);
        var second = change(person, "/api/settings", Map.of("theme", "dark")).expect(200);
        var reset = new HashMap<String, Object>();
        reset.put("fontSize", null);
        var third = change(person, "/api/settings", reset).expect(200);

        assertThat(value(first, "fontSize").asInt()).isEqualTo(18);
        assertThat(value(second, "fontSize").asInt()).isEqualTo(18);
        assertThat(value(third, "fontSize").asInt()).isEqualTo(16);
        assertThat(value(third, "theme").asText()).isEqualTo("dark");
    }

    @Test
    void what_cannot_be_set_is_named() {
        var refused = change(
                product.person("bob"), "/api/settings", Map.of("fontSize", "big", "nonsense", 1, "theme", "dark"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/fontSize", "/nonsense");
        assertThat(value(product.person("bob").get("/api/settings"), "theme").asText())
                .isEqualTo("system");
    }

    @Test
    void a_change_needs_the_version_it_builds_on() {
        var person = product.person("eve");
        change(person, "/api/settings", Map.of("fontSize", 18)).expect(200);

        assertThat(person.patch("/api/settings", Map.of("fontSize", 20), "\"0\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void the_settings_of_a_workspace_are_its_own_and_audited() {
        var owner = product.person("ida");
        var workspace = owner.get("/api/me").json().at("/workspaces/0/id").asText();
        var path = "/api/workspaces/" + workspace + "/settings";

        change(owner, path, Map.of("auditRetentionDays", 90)).expect(200);

        assertThat(product.person("max").get(path).status()).isEqualTo(404);
        assertThat(change(owner, path, Map.of("auditRetentionDays", 1)).status())
                .isEqualTo(400);
        var rows = owner.get("/api/workspaces/" + workspace + "/audit").expect(200);
        var row = rows.json().at("/items/0");
        assertThat(row.path("action").asText()).isEqualTo("settings.changed");
        assertThat(row.at("/before/auditRetentionDays").asInt()).isEqualTo(400);
        assertThat(row.at("/after/auditRetentionDays").asInt()).isEqualTo(90);
    }

    @Test
    void a_flag_takes_a_feature_away_and_gives_it_back() {
        var admin = product.admin();
        var person = product.person("kay");
        var id = person.get("/api/me").text("id");
        person.get("/jobs").expect(200);

        var rule = admin.post(
                        "/api/admin/flags/predecessor_addresses/rules",
                        Map.of("kind", "user", "target", id, "enabled", false))
                .expect(201);
        var without = person.get("/jobs");
        var flags = person.get("/api/flags").expect(200);
        var others = product.person("lea").get("/jobs");
        var reach = admin.get("/api/admin/flags/predecessor_addresses/reach").expect(200);
        admin.send(admin.request("/api/admin/flags/predecessor_addresses/rules/" + rule.text("id"))
                        .DELETE()
                        .header("If-Match", rule.header("ETag")))
                .expect(204);

        assertThat(without.status()).isEqualTo(404);
        assertThat(flags.json().path("predecessor_addresses").asBoolean(true)).isFalse();
        assertThat(others.status()).isEqualTo(200);
        assertThat(reach.json().path("on").asInt())
                .isEqualTo(reach.json().path("asked").asInt() - 1);
        person.get("/jobs").expect(200);
    }

    @Test
    void a_rule_that_means_nobody_is_refused() {
        var rules = "/api/admin/flags/predecessor_addresses/rules";
        var admin = product.admin();

        assertThat(admin.post(rules, Map.of("kind", "percentage", "target", "101", "enabled", true))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(rules, Map.of("kind", "user", "target", "x", "enabled", true))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(
                                "/api/admin/flags/" + UUID.randomUUID() + "/rules",
                                Map.of("kind", "plan", "target", "x", "enabled", true))
                        .status())
                .isEqualTo(404);
        assertThat(product.person("tim")
                        .post(rules, Map.of("kind", "plan", "target", "x", "enabled", true))
                        .status())
                .isEqualTo(403);
    }

    private static Answer change(Client client, String path, Map<String, ?> changes) {
        return client.patch(path, changes, client.get(path).expect(200).header("ETag"));
    }

    private static JsonNode value(Answer answer, String key) {
        for (var setting : answer.json().path("settings")) {
            if (setting.path("key").asText().equals(key)) {
                return setting.path("value");
            }
        }
        throw new AssertionError("No setting " + key + " in " + answer.body());
    }
}
