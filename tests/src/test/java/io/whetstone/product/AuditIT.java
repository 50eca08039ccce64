package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit log of the running product: complete, readable by those who may, and proof against tampering. */
class AuditIT {
    static final Set<String> READS = Set.of("get", "head", "options", "parameters");

    /** They are sent with POST and change nothing. */
    static final Set<String> CHECKS = Set.of("/api/admin/outbound-rules/check", "/api/admin/identity-providers/check");

    final Product product = Product.shared();

    /** Every writing operation below {@code /api/admin}, and the action that it leaves in the log. */
    private Map<String, String> operations() {
        var done = new LinkedHashMap<String, String>();
        changeSettings(done);
        changeFlags(done);
        changeOutboundRules(done);
        changeIdentityProviders(done);
        changePlan(done);
        return done;
    }

    private void changeSettings(Map<String, String> done) {
        var admin = product.admin();
        var settings = admin.get("/api/admin/settings").expect(200);
        admin.patch("/api/admin/settings", Map.of("auditRetentionDays", 399), settings.header("ETag"))
                .expect(200);
        done.put("patch /api/admin/settings", "settings.changed");
    }

    private void changeFlags(Map<String, String> done) {
        var admin = product.admin();
        var rules = "/api/admin/flags/predecessor_addresses/rules";
        var body = Map.of("kind", "plan", "target", "p" + UUID.randomUUID(), "enabled", true);
        var added = admin.post(rules, body).expect(201);
        var rule = rules + "/" + added.text("id");
        var changed = admin.send(json(admin.request(rule), "PUT", body, added.header("ETag")))
                .expect(200);
        admin.send(admin.request(rule).DELETE().header("If-Match", changed.header("ETag")))
                .expect(204);
        done.put("post /api/admin/flags/{flag}/rules", "flag.rule_added");
        done.put("put /api/admin/flags/{flag}/rules/{ruleId}", "flag.rule_changed");
        done.put("delete /api/admin/flags/{flag}/rules/{ruleId}", "flag.rule_removed");
    }

    private void changeIdentityProviders(Map<String, String> done) {
        var admin = product.admin();
        var providers = "/api/admin/identity-providers";
        var added = admin.post(providers, ProviderBody.disabled()).expect(201);
        var provider = providers + "/" + added.text("id");
        var changed = admin.send(json(admin.request(provider), "PUT", ProviderBody.disabled(), added.header("ETag")))
                .expect(200);
        admin.send(admin.request(provider).DELETE().header("If-Match", changed.header("ETag")))
                .expect(204);
        done.put("post /api/admin/identity-providers", "identity_provider.created");
        done.put("put /api/admin/identity-providers/{providerId}", "identity_provider.changed");
        done.put("delete /api/admin/identity-providers/{providerId}", "identity_provider.deleted");
    }

    private void changePlan(Map<String, String> done) {
        var admin = product.admin();
        var workspace = admin.post("/api/workspaces", Map.of("name", "Planned")).expect(201);
        var plan = "/api/admin/workspaces/" + workspace.text("id") + "/plan";
        admin.send(json(admin.request(plan), "PUT", Map.of("plan", "gold"), workspace.header("ETag")))
                .expect(200);
        done.put("put /api/admin/workspaces/{workspaceId}/plan", "workspace.plan_changed");
    }

    private void changeOutboundRules(Map<String, String> done) {
        var admin = product.admin();
        var rules = "/api/admin/outbound-rules";
        var added = admin.post(rules, Map.of("target", "h" + UUID.randomUUID() + ".example.org"))
                .expect(201);
        var rule = rules + "/" + added.text("id");
        var changed = admin.patch(rule, Map.of("note", "changed"), added.header("ETag"))
                .expect(200);
        admin.send(admin.request(rule).DELETE().header("If-Match", changed.header("ETag")))
                .expect(204);
        done.put("post /api/admin/outbound-rules", "outbound_rule.created");
        done.put("patch /api/admin/outbound-rules/{ruleId}", "outbound_rule.changed");
        done.put("delete /api/admin/outbound-rules/{ruleId}", "outbound_rule.deleted");
    }

    /** The first sign-in of a fresh installation finds no key that signs. */
    @Test
    void a_signing_key_is_the_doing_of_the_system_whoever_came_by() {
        assertThat(rows("action=signing_key.rotated"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("actorKind").asText()).isEqualTo("system"));
    }

    @Test
    void every_operation_of_administrators_leaves_a_row() {
        var before = newestSeq();

        var operations = operations();

        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(described());
        assertThat(operations.values())
                .allSatisfy(action -> assertThat(rows("action=" + action)).anySatisfy(row -> {
                    assertThat(row.path("seq").asLong()).isGreaterThan(before);
                    assertThat(row.path("actorKind").asText()).isEqualTo("user");
                    assertThat(row.path("address").asText()).isNotEmpty();
                    assertThat(row.path("requestId").asText()).isNotEmpty();
                }));
    }

    @Test
    void a_refusal_is_noted_and_many_of_them_do_not_fill_the_log() {
        var person = product.person("mallory");
        var id = person.get("/api/me").text("id");

        for (int i = 0; i < 40; i++) {
            assertThat(person.get("/api/admin/audit").status()).isEqualTo(403);
        }

        var rows = rows("action=access.refused&actor=" + id);
        assertThat(rows).hasSizeBetween(1, 20);
        assertThat(rows.get(0).at("/after/path").asText()).isEqualTo("/admin/audit");
    }

    @Test
    void what_was_tried_against_the_rules_of_input_is_noted_without_what_was_sent() {
        var person = product.person("trudy");
        var id = person.get("/api/me").text("id");

        assertThat(person.patch("/api/me", Map.of("displayName", "x".repeat(121)), "\"1\"")
                        .status())
                .isEqualTo(400);
        for (int i = 0; i < 40; i++) {
            var answer = person.post("/api/comments", Map.of("resourceType", "dataset", "s3cret", "s3cret value"));
            assertThat(answer.status()).isEqualTo(400);
        }

        var rows = rows("action=input.refused&actor=" + id);
        assertThat(rows).hasSizeBetween(2, 20);
        assertThat(rows.get(0).at("/after/path").asText()).isEqualTo("/comments");
        assertThat(rows.get(rows.size() - 1).at("/after/fields").asText()).isEqualTo("/displayName");
        assertThat(rows.toString()).doesNotContain("s3cret value").doesNotContain("xxxx");
    }

    @Test
    void a_credential_that_proves_nothing_is_noted_and_an_expired_one_is_not() {
        var from = rows("action=credential.refused").stream()
                .mapToLong(row -> row.path("seq").asLong())
                .max()
                .orElse(0);
        var forged = product.anonymous()
                .with("eyJhbGciOiJub25lIn0." + claims(Instant.now().plusSeconds(600)) + ".AAAA");
        var expired = product.anonymous()
                .with("eyJhbGciOiJub25lIn0." + claims(Instant.now().minusSeconds(9)) + ".AAAA");

        assertThat(expired.get("/api/me").status()).isEqualTo(401);
        assertThat(newerThan(from)).isEmpty();
        assertThat(forged.get("/api/me").status()).isEqualTo(401);

        assertThat(newerThan(from)).singleElement().satisfies(row -> {
            assertThat(row.path("actorKind").asText()).isEqualTo("nobody");
            assertThat(row.path("address").asText()).isNotEmpty();
        });
    }

    private List<JsonNode> newerThan(long seq) {
        return rows("action=credential.refused").stream()
                .filter(row -> row.path("seq").asLong() > seq)
                .toList();
    }

    private static String claims(Instant expiry) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"exp\":%d}".formatted(expiry.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_unexpected_failure_is_in_the_log_under_the_id_that_the_caller_got() throws SQLException {
        var admin = product.admin();
        try (var database = product.database();
                var statement = database.createStatement()) {
            statement.execute("alter table flag_rules rename to flag_rules_away");
            try {
                var answer = admin.get("/api/admin/flags");
                assertThat(answer.status()).isEqualTo(500);
                var trace = answer.text("traceId");
                assertThat(trace).isNotEmpty();
                assertThat(answer.text("detail")).contains(trace).doesNotContain("flag_rules");
                assertThat(product.serverLog())
                        .filteredOn(line -> line.contains("request.failed trace=" + trace))
                        .singleElement()
                        .asString()
                        .contains("flag_rules");
            } finally {
                statement.execute("alter table flag_rules_away rename to flag_rules");
            }
        }
    }

    @Test
    void a_sign_in_is_of_its_person_and_a_failed_one_names_the_account_that_was_tried() {
        var person = Person.make(product, "ann");
        var nobody = product.anonymous();
        nobody.signIn(person.email(), "not the password").expect(401);
        nobody.signIn(person.email(), Product.PASSWORD).expect(200);
        var unknown = nobody.signIn("nobody-" + UUID.randomUUID() + "@example.org", "a password in the wrong field");

        var opened = rows("action=session.opened&actor=" + person.id());
        var failed = rows("action=session.sign_in_failed&actor=" + person.id());

        assertThat(opened).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("actorKind").asText()).isEqualTo("user");
            assertThat(row.at("/after/method").asText()).isEqualTo("PASSWORD");
            assertThat(row.path("address").asText()).isNotEmpty();
        });
        assertThat(failed).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("actorKind").asText()).isEqualTo("claimed");
            assertThat(row.path("subjectId").asText()).isEqualTo(person.id());
        });
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(rows("action=session.sign_in_failed")).anySatisfy(row -> {
            assertThat(row.path("actorId").isNull()).isTrue();
            assertThat(row.path("actorKind").asText()).isEqualTo("nobody");
            assertThat(row.toString()).doesNotContain("wrong field");
        });
        assertThat(person.client().get("/api/activity").body()).doesNotContain("session.");
    }

    @Test
    void the_log_of_a_workspace_is_for_its_own_administrators() {
        var owner = product.person("olga");
        var workspace = owner.get("/api/me").json().at("/workspaces/0/id").asText();

        owner.get("/api/workspaces/" + workspace + "/audit?workspace=" + UUID.randomUUID())
                .expect(200);
        assertThat(product.person("paul")
                        .get("/api/workspaces/" + workspace + "/audit")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void downloads_hold_what_the_filter_finds_and_no_formula() {
        var admin = product.admin();
        var rules = "/api/admin/flags/predecessor_addresses/rules";
        admin.post(rules, Map.of("kind", "plan", "target", "csv " + UUID.randomUUID(), "enabled", true))
                .expect(201);

        var csv = admin.get("/api/admin/audit/download?format=csv&action=flag.").expect(200);
        var lines =
                admin.get("/api/admin/audit/download?format=jsonl&action=flag.").expect(200);

        assertThat(csv.body().lines().skip(1)).isNotEmpty().allMatch(line -> !line.matches("(?s).*,[=+@-].*"));
        assertThat(lines.body().lines().count()).isEqualTo(csv.body().lines().count() - 1);
        assertThat(admin.get("/api/admin/audit/download?format=xls").status()).isEqualTo(400);
        assertThat(admin.get("/api/admin/audit?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void tampering_by_the_owner_of_the_database_is_found_and_named() throws SQLException, IOException {
        operations();
        var whole = product.run("audit", "verify");
        var export = product.home().resolve("run/audit.jsonl");
        product.run("audit", "export", export.toString());
        var seq = newestSeq();

        assertThat(whole).contains("The audit log is whole").contains("Head: ");
        assertThat(product.run("audit", "verify", export.toString())).contains("is whole");
        byOwner("update audit_events set action = action || 'x' where seq = " + seq);
        try {
            assertThat(product.run("audit", "verify")).contains("First broken row: " + seq);
        } finally {
            byOwner("update audit_events set action = left(action, -1) where seq = " + seq);
        }
        assertThat(product.run("audit", "verify")).contains("is whole");
        assertThat(product.admin()
                        .get("/api/admin/audit/chain")
                        .json()
                        .path("brokenSeq")
                        .isNull())
                .isTrue();
        Files.writeString(export, Files.readString(export).replaceFirst("settings.changed", "settings.chAnged"));
        assertThat(product.run("audit", "verify", export.toString())).contains("First broken row: ");
    }

    private Set<String> described() {
        var found = new TreeSet<String>();
        var description = product.anonymous()
                .send(product.anonymous().request("/openapi?format=json").header("Accept", "application/json"))
                .expect(200);
        description.json().path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/admin/"))
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!READS.contains(method) && !CHECKS.contains(path.getKey())) {
                        found.add(method + " " + path.getKey());
                    }
                }));
        return found;
    }

    private List<JsonNode> rows(String query) {
        // One sign-in for all questions: each leaves a row of its own, which is the newest and not sealed yet.
        var admin = product.admin();
        Waiting.until(
                Duration.ofSeconds(15),
                () -> admin.get("/api/admin/audit?limit=1").json().at("/items/0/seq"),
                JsonNode::isNumber);
        var rows = admin.get("/api/admin/audit?limit=200&" + query).expect(200);
        var found = new ArrayList<JsonNode>();
        rows.json().path("items").forEach(found::add);
        return found;
    }

    private long newestSeq() {
        return product.admin()
                .get("/api/admin/audit/chain")
                .expect(200)
                .json()
                .path("seq")
                .asLong();
    }

    private static java.net.http.HttpRequest.Builder json(
            java.net.http.HttpRequest.Builder request, String method, Map<String, ?> body, String ifMatch) {
        var text = new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(body)
                .toString();
        return request.method(method, java.net.http.HttpRequest.BodyPublishers.ofString(text))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch);
    }

    private void byOwner(String sql) throws SQLException, IOException {
        var port = Files.readAllLines(product.home().resolve("postgres/postmaster.pid"))
                .get(3);
        var password = Files.readString(product.home().resolve("keys/owner-db-password"))
                .strip();
        var url = "jdbc:postgresql://127.0.0.1:%s/whetstone?options=%s"
                .formatted(port, URLEncoder.encode("-c app.system=on", StandardCharsets.UTF_8));
        try (var owner = DriverManager.getConnection(url, "whetstone_owner", password);
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
