package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityIT {
    final Product product = Product.shared();

    @Test
    void a_one_time_password_opens_nothing_but_its_change() {
        var created = newUser("ada");
        var first =
                product.anonymous().signIn(created.json().at("/user/email").asText(), created.text("oneTimePassword"));
        var token = first.expect(200).text("accessToken");

        var refused = product.anonymous().with(token).get("/api/me");

        assertThat(first.json().path("mustChangePassword").asBoolean()).isTrue();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("PASSWORD_CHANGE_REQUIRED");
    }

    @Test
    void a_one_time_password_that_was_not_used_in_time_opens_nothing_until_there_is_another() throws SQLException {
        var created = newUser("late");
        var email = created.json().at("/user/email").asText();
        var id = created.json().at("/user/id").asText();
        assertThat(Instant.parse(created.text("until")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(3)), within(5, ChronoUnit.MINUTES));
        age(email, "71 hours 50 minutes");
        product.anonymous().signIn(email, created.text("oneTimePassword")).expect(200);

        age(email, "72 hours 1 minute");
        var late = product.anonymous().signIn(email, created.text("oneTimePassword"));
        var wrong = product.anonymous().signIn(email, "not this one");
        var another = product.admin().post("/api/users/" + id + "/reset-password", Map.of());

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text("detail")).contains("not used in time").contains("An administrator makes a new one");
        assertThat(wrong.text("detail")).isEqualTo("The e-mail address or the password is wrong");
        product.anonymous().signIn(email, another.text("oneTimePassword")).expect(200);
        assertThat(audited("action=session.one_time_password_expired&actor=" + id)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_person_has_a_personal_workspace() {
        var me = product.person("grace").get("/api/me").expect(200);

        assertThat(me.json().path("workspaces")).singleElement().satisfies(workspace -> {
            assertThat(workspace.path("kind").asText()).isEqualTo("personal");
            assertThat(workspace.path("role").asText()).isEqualTo("owner");
        });
    }

    @Test
    void a_wrong_password_and_an_unknown_address_answer_the_same() {
        var wrong = product.anonymous().signIn(Product.ADMIN, "not this one");
        var unknown = product.anonymous().signIn("nobody@example.org", "not this one");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void a_refresh_token_is_used_once_and_lives_in_a_cookie_only() {
        var session = product.anonymous().signIn(Product.ADMIN, password());
        var cookie = session.expect(200).header("Set-Cookie");

        var renewed = refresh(cookie.substring(0, cookie.indexOf(';')));

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api/auth");
        assertThat(session.body()).doesNotContain(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.header("Set-Cookie")).isNotEqualTo(cookie);
        assertThat(refresh("ws_refresh=" + UUID.randomUUID() + ".AAAA").status())
                .isEqualTo(401);
    }

    @Test
    void a_new_sign_in_ends_the_session_that_was_open_in_the_browser() {
        var person = Person.make(product, "twice");
        var former =
                product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
        var elsewhere =
                product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
        var cookie = former.header("Set-Cookie");

        var wrong = signInAgain(person, "not this one", cookie);
        assertThat(wrong.status()).isEqualTo(401);
        product.anonymous().with(former.text("accessToken")).get("/api/me").expect(200);
        var next = signInAgain(person, Product.PASSWORD, cookie).expect(200);

        Waiting.until(
                Duration.ofSeconds(3),
                () -> product.anonymous()
                        .with(former.text("accessToken"))
                        .get("/api/me")
                        .status(),
                status -> status == 401);
        assertThat(refresh(cookie.substring(0, cookie.indexOf(';'))).status()).isEqualTo(401);
        product.anonymous().with(next.text("accessToken")).get("/api/me").expect(200);
        product.anonymous().with(elsewhere.text("accessToken")).get("/api/me").expect(200);
    }

    @Test
    void a_user_may_not_administer() {
        var user = product.person("mallory");

        assertThat(user.get("/api/users").status()).isEqualTo(403);
        assertThat(user.post("/api/users", Map.of("email", "x@example.org", "displayName", "x", "role", "admin"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_change_needs_the_version_it_builds_on() {
        var user = newUser("bob").json().path("user");
        var path = "/api/users/" + user.path("id").asText();
        var etag = "\"" + user.path("version").asLong() + "\"";

        var changed = product.admin()
                .patch(path, Map.of("displayName", "Robert"), etag)
                .expect(200);
        var stale = product.admin().patch(path, Map.of("displayName", "Rob"), etag);

        assertThat(changed.text("displayName")).isEqualTo("Robert");
        assertThat(changed.header("ETag"))
                .isEqualTo("\"" + changed.json().path("version").asLong() + "\"");
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void the_last_administrator_stays_one() {
        var admin = product.admin();
        var me = admin.get("/api/users?limit=200").json().path("items");
        var self = java.util.stream.StreamSupport.stream(me.spliterator(), false)
                .filter(user -> user.path("email").asText().equals(Product.ADMIN))
                .findFirst();

        var answer = self.map(user -> admin.patch(
                "/api/users/" + user.path("id").asText(),
                Map.of("role", "user"),
                "\"" + user.path("version").asLong() + "\""));

        assertThat(answer)
                .get()
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
    }

    private Answer newUser(String name) {
        var email = name + "-" + UUID.randomUUID() + "@example.org";
        return product.admin()
                .post("/api/users", Map.of("email", email, "displayName", name, "role", "user"))
                .expect(201);
    }

    private Answer signInAgain(Person person, String password, String cookie) {
        return product.anonymous()
                .post(
                        "/api/auth/sign-in",
                        Map.of("email", person.email(), "password", password),
                        Map.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    private void age(String email, String by) throws SQLException {
        try (var database = product.database();
                var change = database.prepareStatement(
                        "update users set one_time_password_at = now() - ?::interval where email = ?")) {
            change.setString(1, by);
            change.setString(2, email);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private Answer audited(String query) {
        return product.admin().get("/api/admin/audit?" + query).expect(200);
    }

    private String password() {
        product.admin();
        return Product.PASSWORD;
    }

    private Answer refresh(String cookie) {
        return product.anonymous()
                .send(product.anonymous()
                        .request("/api/auth/refresh")
                        .header("Cookie", cookie)
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    }
}
