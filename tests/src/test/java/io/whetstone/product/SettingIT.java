package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
    void a_longer_password_is_asked_for_at_once() {
        var person = Person.make(product, "short");
        withSystem("passwordMinimumLength", 30, () -> {
            var refused = person.client()
                    .post(
                            "/api/auth/password",
                            Map.of("currentPassword", Product.PASSWORD, "newPassword", "mellow-otter-fjord-42"));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("at least 30 characters");
            assertThat(options().path("minimumPasswordLength").asInt()).isEqualTo(30);
        });
        assertThat(options().path("minimumPasswordLength").asInt()).isEqualTo(12);
    }

    @Test
    void a_second_factor_is_asked_of_whom_the_administrator_says() {
        var person = Person.make(product, "bare").client();
        // Its session proves more than a password: the others would have to set up a factor to change this back.
        var local = product.anonymous().with(product.run("token").strip());

        withSystem(local, "secondFactorRequired", "everybody", () -> waitFor(person, 403));

        waitFor(person, 200);
        waitFor(product.admin(), 200);
    }

    private static void waitFor(Client client, int status) {
        Waiting.until(Duration.ofSeconds(3), () -> client.get("/api/datasets").status(), now -> now == status);
    }

    @Test
    void a_shorter_life_shortens_the_sessions_that_are_open() {
        var person = Person.make(product, "session");
        var sessions = "/api/me/sessions";
        var before = endOf(person.client().get(sessions));

        withSystem("sessionIdleTime", "PT1H", () -> {
            var after = endOf(person.client().get(sessions));

            assertThat(before).isAfter(Instant.now().plus(Duration.ofDays(13)));
            assertThat(after).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
        });
    }

    private static Instant endOf(Answer sessions) {
        return Instant.parse(sessions.expect(200).json().findValue("expiresAt").asText());
    }

    @Test
    void a_change_of_the_installation_is_audited_with_what_was_before() {
        withSystem("refuseBreachedPasswords", true, () -> {
            var row = product.admin()
                    .get("/api/admin/audit?action=settings.changed")
                    .json()
                    .at("/items/0");

            assertThat(row.at("/before/refuseBreachedPasswords").asBoolean(true))
                    .isFalse();
            assertThat(row.at("/after/refuseBreachedPasswords").asBoolean()).isTrue();
        });
        assertThat(change(product.admin(), "/api/admin/settings", Map.of("sessionLife", "PT1M"))
                        .status())
                .isEqualTo(400);
        assertThat(product.person("zoe")
                        .patch("/api/admin/settings", Map.of("registration", true), "\"1\"")
                        .status())
                .isEqualTo(403);
    }

    private void withSystem(String key, Object value, Runnable check) {
        withSystem(product.admin(), key, value, check);
    }

    private static void withSystem(Client admin, String key, Object value, Runnable check) {
        var path = "/api/admin/settings";
        var reset = new HashMap<String, Object>();
        reset.put(key, null);
        change(admin, path, Map.of(key, value)).expect(200);
        try {
            check.run();
        } finally {
            change(admin, path, reset).expect(200);
        }
    }

    private JsonNode options() {
        return product.anonymous().get("/api/account/options").expect(200).json();
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
    void a_plan_takes_a_feature_away_in_its_workspace_alone() {
        var admin = product.admin();
        var owner = product.person("pam");
        var team = owner.post("/api/workspaces", Map.of("name", "Planned " + UUID.randomUUID()))
                .expect(201);
        var plan = "plan-" + UUID.randomUUID();
        var found = admin.get("/api/admin/workspaces?q=" + URLEncoder.encode(team.text("name"), StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
        var path = "/api/admin/workspaces/" + team.text("id") + "/plan";
        var changed = plan(admin, path, plan, team.header("ETag")).expect(200);
        var rule = admin.post(
                        "/api/admin/flags/predecessor_addresses/rules",
                        Map.of("kind", "plan", "target", plan, "enabled", false))
                .expect(201);

        var inTeam = in(owner, team.text("id"));
        var atHome = owner.get("/jobs");
        var stranger = in(product.person("sid"), team.text("id"));
        admin.send(admin.request("/api/admin/flags/predecessor_addresses/rules/" + rule.text("id"))
                        .DELETE()
                        .header("If-Match", rule.header("ETag")))
                .expect(204);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("plan").asText()).isEqualTo("standard");
        assertThat(found.get(0).path("members").asInt()).isEqualTo(1);
        assertThat(changed.text("plan")).isEqualTo(plan);
        assertThat(owner.get("/api/workspaces/" + team.text("id")).text("plan")).isEqualTo(plan);
        assertThat(inTeam.body()).contains("switched off");
        assertThat(atHome.status()).isEqualTo(200);
        assertThat(stranger.body()).doesNotContain("switched off");
        assertThat(plan(admin, path, "late", team.header("ETag")).status()).isEqualTo(412);
        assertThat(plan(admin, path, "<b>", changed.header("ETag")).status()).isEqualTo(400);
        assertThat(plan(owner, path, "gold", changed.header("ETag")).status()).isEqualTo(403);
        assertThat(owner.get("/api/admin/workspaces").status()).isEqualTo(403);
    }

    private static Answer in(Client client, String workspace) {
        return client.send(
                client.request("/jobs").header("X-Workspace-Id", workspace).GET());
    }

    private static Answer plan(Client client, String path, String plan, String ifMatch) {
        return client.send(client.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString("{\"plan\":\"" + plan + "\"}")));
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
