package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database: what is done at one holds at the other. */
class NodesIT {
    static final Duration TRUST = Duration.ofSeconds(1);

    /** What a slow machine may take for the request that hears of it. */
    static final Duration LEEWAY = Duration.ofSeconds(1);

    @SuppressWarnings("NullAway.Init")
    static ForeignPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    static Product first;

    @SuppressWarnings("NullAway.Init")
    static Product second;

    @BeforeAll
    static void start() {
        postgres = ForeignPostgres.start();
        var url = postgres.superuserUrl("main");
        postgres.prepare();
        first = node(url, Map.of());
        first.start();
        first.admin();
        var masterKey = first.home().resolve("keys/secrets-master-key").toString();
        second = node(url, Map.of("WHETSTONE_SECRET_MASTER_KEY", masterKey));
        second.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        postgres.close();
    }

    @Test
    void a_setting_that_is_changed_at_one_acts_at_the_other() {
        assertThat(minimumLength(second)).isEqualTo(12);

        change("passwordMinimumLength", 30);
        within(TRUST, () -> minimumLength(second) == 30);

        var reset = new HashMap<String, Object>();
        reset.put("passwordMinimumLength", null);
        change(reset);
        within(TRUST, () -> minimumLength(second) == 12);
    }

    @Test
    void a_key_that_is_revoked_at_one_opens_nothing_at_the_other() {
        var key = first.admin()
                .post("/api/user/api-keys", Map.of("name", "of two nodes", "scopes", List.of("read")))
                .expect(201);
        var program = second.anonymous().with(key.text("key"));
        program.get("/api/datasets").expect(200);

        first.admin()
                .delete("/api/user/api-keys/" + key.json().at("/apiKey/id").asText())
                .expect(200);

        within(TRUST, () -> program.get("/api/datasets").status() == 401);
    }

    @Test
    void a_session_that_is_ended_at_one_is_over_at_the_other() {
        var person = Person.make(first, "roaming");
        var there = new Client(second.url(), token(person));
        there.get("/api/datasets").expect(200);

        person.client()
                .post(
                        "/api/auth/password",
                        Map.of("currentPassword", Product.PASSWORD, "newPassword", "mellow-otter-fjord-42"))
                .expect(200);

        within(TRUST, () -> there.get("/api/datasets").status() == 401);
    }

    @Test
    void a_member_who_is_removed_at_one_sees_nothing_more_at_the_other() {
        var owner = first.person("keeper");
        var member = Person.make(first, "leaver");
        var team = owner.post("/api/workspaces", Map.of("name", "Two nodes"))
                .expect(201)
                .text("id");
        var invitation = RestWorld.invite(owner, team, member.email(), "member");
        member.client().post("/api/invitations/" + invitation + "/accept", "").expect(200);
        var there = new Client(second.url(), token(member));
        assertThat(inTeam(there, team)).isEqualTo(200);

        owner.delete("/api/workspaces/" + team + "/members/" + member.id()).expect(204);

        assertThat(inTeam(there, team)).as("at once").isEqualTo(404);
    }

    private static int inTeam(Client client, String team) {
        return client.send(client.request("/api/datasets")
                        .header("X-Workspace-Id", team)
                        .GET())
                .status();
    }

    private static void within(Duration limit, BooleanSupplier holds) {
        var begun = System.nanoTime();
        Waiting.until(limit.plus(LEEWAY), holds::getAsBoolean, held -> held);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit.plus(LEEWAY));
    }

    private static void change(String key, Object value) {
        change(Map.of(key, value));
    }

    private static void change(Map<String, Object> changes) {
        var path = "/api/admin/settings";
        var admin = first.admin();
        admin.patch(path, changes, admin.get(path).expect(200).header("ETag")).expect(200);
    }

    private static int minimumLength(Product product) {
        return product.anonymous()
                .get("/api/account/options")
                .expect(200)
                .json()
                .path("minimumPasswordLength")
                .asInt();
    }

    private static String token(Person person) {
        return second.anonymous()
                .signIn(person.email(), Product.PASSWORD)
                .expect(200)
                .text("accessToken");
    }

    private static Product node(String url, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("DATABASE_URL", url);
        environment.put("WHETSTONE_DATABASE_APP_PASSWORD", ForeignPostgres.APP_PASSWORD);
        environment.put("WHETSTONE_STARTER_MODEL", "none");
        return Product.at(Homes.make("node"), environment);
    }
}
