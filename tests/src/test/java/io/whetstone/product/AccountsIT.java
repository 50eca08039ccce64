package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations, passwords, second factors, sessions and keys on the running product, without a mail server. */
class AccountsIT {
    static final String GOOD = "mellow-otter-fjord-42";
    static final int PATIENCE_MS = 20_000;

    final Product product = Product.shared();

    @Test
    void an_invitation_opens_an_account_once() {
        var email = "inv-" + UUID.randomUUID() + "@example.org";
        var invited = product.admin()
                .post("/api/users/invitations", Map.of("email", email, "displayName", "Ivy", "role", "user"))
                .expect(201);
        var token = token(invited);
        var body = Map.of("token", token, "displayName", "Ivy Invited", "newPassword", GOOD);

        assertThat(invited.json().path("sent").asBoolean()).isFalse();
        assertThat(invited.json().at("/user/status").asText()).isEqualTo("pending");
        assertThat(product.anonymous().signIn(email, GOOD).status()).isEqualTo(401);
        assertThat(product.anonymous()
                        .post("/api/account/link", Map.of("token", token))
                        .expect(200)
                        .text("kind"))
                .isEqualTo("invitation");
        var opened =
                product.anonymous().post("/api/account/accept-invitation", body).expect(200);
        var me = product.anonymous()
                .with(opened.text("accessToken"))
                .get("/api/me")
                .expect(200);

        assertThat(me.text("displayName")).isEqualTo("Ivy Invited");
        assertThat(opened.header("Set-Cookie")).contains("HttpOnly").contains("Path=/api/auth");
        assertThat(product.anonymous()
                        .post("/api/account/accept-invitation", body)
                        .status())
                .isEqualTo(410);
        product.anonymous().signIn(email, GOOD).expect(200);
    }

    @Test
    void a_newer_invitation_closes_the_older_one() {
        var email = "inv-" + UUID.randomUUID() + "@example.org";
        var first = product.admin()
                .post("/api/users/invitations", Map.of("email", email, "displayName", "Ivy", "role", "user"))
                .expect(201);
        var id = first.json().at("/user/id").asText();
        var second = product.admin()
                .post("/api/users/" + id + "/invitation", Map.of())
                .expect(200);

        assertThat(look(token(first))).isEqualTo(410);
        assertThat(look(token(second))).isEqualTo(200);
        assertThat(look(token(second) + "A")).isEqualTo(410);
        assertThat(look("rubbish")).isEqualTo(410);
    }

    @Test
    void a_reset_link_works_once_and_ends_all_sessions() {
        var person = Person.make(product, "rita");
        var link = token(product.admin()
                .post("/api/users/" + person.id() + "/reset-link", Map.of())
                .expect(200));
        var body = Map.of("token", link, "newPassword", GOOD);

        product.anonymous().post("/api/account/reset-password", body).expect(204);

        assertThat(product.anonymous().post("/api/account/reset-password", body).status())
                .isEqualTo(410);
        assertThat(product.anonymous().signIn(person.email(), Product.PASSWORD).status())
                .isEqualTo(401);
        product.anonymous().signIn(person.email(), GOOD).expect(200);
        Waiting.until(
                Duration.ofSeconds(5), () -> person.client().get("/api/me").status(), status -> status == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "qwertyuiop123", "whetstone-2026!", "paula-person-paula"})
    void a_bad_password_is_refused_with_a_reason(String password) {
        var person = Person.make(product, "paula");

        var refused = person.client()
                .post(
                        "/api/auth/password",
                        Map.of(
                                "currentPassword",
                                Product.PASSWORD,
                                "newPassword",
                                password.replace("paula-person-paula", person.email())));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/newPassword");
    }

    @Test
    void a_person_lists_and_ends_their_sessions() {
        var person = Person.make(product, "sam");
        var other = product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
        var otherClient = product.anonymous().with(other.text("accessToken"));
        var sessions =
                person.client().get("/api/me/sessions").expect(200).json().path("items");
        var strange =
                Person.make(product, "tom").client().get("/api/me/sessions").json();

        assertThat(sessions).hasSize(2);
        assertThat(sessions).filteredOn(it -> it.path("current").asBoolean()).hasSize(1);
        assertThat(person.client()
                        .delete("/api/me/sessions/" + strange.at("/items/0/id").asText())
                        .status())
                .isEqualTo(404);
        assertThat(person.client()
                        .post("/api/me/sessions/end-others", Map.of())
                        .expect(200)
                        .json()
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        Waiting.until(Duration.ofSeconds(5), () -> otherClient.get("/api/me").status(), status -> status == 401);
        person.client().get("/api/me").expect(200);
    }

    @Test
    void an_administrator_ends_the_sessions_of_a_person() {
        var person = Person.make(product, "eve");

        product.admin()
                .post("/api/users/" + person.id() + "/end-sessions", Map.of())
                .expect(200);

        Waiting.until(
                Duration.ofSeconds(5), () -> person.client().get("/api/me").status(), status -> status == 401);
        assertThat(person.client()
                        .post("/api/users/" + person.id() + "/unlock", Map.of())
                        .status())
                .isIn(401, 403);
    }

    @Test
    void guessing_makes_the_next_attempt_wait_and_an_administrator_unlocks() {
        var person = Person.make(product, "lock");
        var refused = product.anonymous().signIn(person.email(), "wrong");
        for (var attempt = 1; attempt < 10 && refused.status() == 401; attempt++) {
            refused = product.anonymous().signIn(person.email(), "wrong");
        }
        product.admin().post("/api/users/" + person.id() + "/unlock", Map.of()).expect(204);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
    }

    @Test
    void an_unknown_address_is_slowed_down_like_a_known_one_and_takes_as_long() {
        var unknown = "nobody-" + UUID.randomUUID() + "@example.org";
        var known = Person.make(product, "known");
        var first = product.anonymous().signIn(unknown, "wrong").body();
        var times = new long[2];
        for (var attempt = 0; attempt < 3; attempt++) {
            times[0] += nanos(() -> product.anonymous().signIn(unknown, "wrong password"));
            times[1] += nanos(() -> product.anonymous().signIn(known.email(), "wrong password"));
        }

        var refused = product.anonymous().signIn(unknown, "wrong");
        for (var attempt = 4; attempt < 12 && refused.status() == 401; attempt++) {
            refused = product.anonymous().signIn(unknown, "wrong");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(first).contains("The e-mail address or the password is wrong");
        assertThat((double) times[0] / times[1]).isBetween(0.2, 5.0);
    }

    @Test
    void a_forgotten_password_without_a_mail_server_is_no_secret_and_no_lie() {
        assertThat(product.anonymous()
                        .post("/api/account/forgot-password", Map.of("email", Product.ADMIN))
                        .status())
                .isEqualTo(422);
        assertThat(product.anonymous()
                        .post("/api/account/register", Map.of("email", "a@example.org", "displayName", "A"))
                        .status())
                .isEqualTo(403);
        assertThat(product.anonymous()
                        .get("/api/account/options")
                        .json()
                        .path("mail")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_page_of_another_site_cannot_use_the_cookie() {
        for (var headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"))) {
            assertThat(product.anonymous()
                            .post("/api/auth/refresh", "", headers)
                            .status())
                    .as(headers.toString())
                    .isEqualTo(403);
        }
        assertThat(product.anonymous()
                        .post("/api/auth/refresh", "", Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_reused_refresh_token_ends_the_session() {
        var person = Person.make(product, "reuse");
        var session =
                product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
        var stolen = cookie(session);
        var renewed = refresh(stolen).expect(200);
        Waiting.pause(Duration.ofSeconds(11));

        assertThat(refresh(stolen).status()).isEqualTo(401);
        assertThat(refresh(cookie(renewed)).status()).isEqualTo(401);
    }

    @Test
    void keys_rotate_without_signing_anybody_out_and_a_jose_client_follows() throws Exception {
        var person = Person.make(product, "keys");
        var before = SignedTokens.parse(person.client().token());

        product.run("keys", "rotate");
        var after = Waiting.until(
                Duration.ofSeconds(30),
                () -> SignedTokens.parse(product.anonymous()
                        .signIn(person.email(), Product.PASSWORD)
                        .expect(200)
                        .text("accessToken")),
                token -> !token.getHeader().getKeyID().equals(before.getHeader().getKeyID()));

        person.client().get("/api/me").expect(200);
        var keys = JWKSourceBuilder.create(
                        URI.create(product.url() + "/.well-known/jwks.json").toURL(),
                        new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS))
                .build();
        var client = new DefaultJWTProcessor<SecurityContext>();
        client.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        for (var token : List.of(before, after)) {
            assertThat(client.process(token, null).getSubject()).isEqualTo(person.id());
        }
        var local = product.run("token").strip();
        product.anonymous()
                .with(local.substring(local.lastIndexOf('\n') + 1))
                .get("/api/me")
                .expect(200);
        var jwks = product.anonymous().get("/.well-known/jwks.json");
        assertThat(jwks.header("Cache-Control")).contains("max-age=300");
        assertThat(jwks.body()).doesNotContain("\"d\"").doesNotContain("\"p\"");
    }

    private int look(String token) {
        return product.anonymous()
                .post("/api/account/link", Map.of("token", token))
                .status();
    }

    static String token(Answer handed) {
        var link = handed.json().path("link").asText();
        return link.substring(link.indexOf('#') + 1);
    }

    static String cookie(Answer session) {
        var cookie = session.header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private Answer refresh(String cookie) {
        return product.anonymous().post("/api/auth/refresh", "", Map.of("Cookie", cookie));
    }

    private static long nanos(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
