package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

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
