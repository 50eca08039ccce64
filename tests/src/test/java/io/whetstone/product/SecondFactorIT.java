package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second factor on the running product. */
class SecondFactorIT {
    final Product product = Product.shared();

    @Test
    void a_sign_in_with_a_second_factor_takes_two_steps_and_each_code_once() {
        var person = Person.make(product, "totp");
        var secret = enrol(person);
        var challenge = challenge(person);
        var code = Totp.code(secret, 1);

        var opened = step(challenge, code).expect(200);
        var replayedChallenge = step(challenge, code);
        var replayedCode = step(challenge(person), code);

        product.anonymous().with(opened.text("accessToken")).get("/api/me").expect(200);
        assertThat(replayedChallenge.status()).isEqualTo(401);
        assertThat(replayedCode.status()).isEqualTo(401);
    }

    @Test
    void a_recovery_code_opens_once() {
        var person = Person.make(product, "recover");
        var enrolment = person.client()
                .post("/api/me/second-factor", Map.of("password", Product.PASSWORD))
                .expect(200);
        var codes = person.client()
                .post("/api/me/second-factor/confirm", Map.of("code", Totp.code(enrolment.text("secret"), 0)))
                .expect(200)
                .json()
                .path("recoveryCodes");
        var code = codes.get(0).asText();

        assertThat(codes)
                .hasSize(10)
                .allSatisfy(made -> assertThat(made.asText()).matches("([a-z2-7]{4}-){6}[a-z2-7]{4}"));
        step(challenge(person), code.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                .expect(200);
        assertThat(step(challenge(person), code).status()).isEqualTo(401);
        assertThat(person.client()
                        .get("/api/me/second-factor")
                        .json()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void it_counts_only_once_confirmed() {
        var person = Person.make(product, "half");
        person.client()
                .post("/api/me/second-factor", Map.of("password", Product.PASSWORD))
                .expect(200);

        assertThat(person.client()
                        .post("/api/me/second-factor/confirm", Map.of("code", "000000"))
                        .status())
                .isEqualTo(400);
        product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
    }

    @Test
    void a_new_address_asks_for_the_code_of_whoever_has_one() {
        var person = Person.make(product, "mover");
        var secret = enrol(person);
        var wish = Map.of("email", "mover-elsewhere@example.org", "password", Product.PASSWORD);
        var withWrong = new java.util.HashMap<>(wish);
        withWrong.put("code", "000000");
        var withRight = new java.util.HashMap<>(wish);
        withRight.put("code", Totp.code(secret, 1));

        for (var refused : java.util.List.of(wish, withWrong)) {
            var answer = person.client().post("/api/me/email", refused);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/code");
        }
        // This installation sends no letters: whoever proved both gets as far as that.
        assertThat(person.client().post("/api/me/email", withRight).text("code"))
                .isEqualTo("UNPROCESSABLE");
    }

    @Test
    void turning_it_off_takes_password_and_code() {
        var person = Person.make(product, "off");
        var secret = enrol(person);
        var path = "/api/me/second-factor/disable";

        assertThat(person.client()
                        .post(path, Map.of("password", "wrong", "code", Totp.code(secret, 1)))
                        .status())
                .isEqualTo(400);
        assertThat(person.client()
                        .post(path, Map.of("password", Product.PASSWORD, "code", "000000"))
                        .status())
                .isEqualTo(400);
        person.client()
                .post(path, Map.of("password", Product.PASSWORD, "code", Totp.code(secret, 1)))
                .expect(204);
        product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
    }

    @Test
    void an_administrator_resets_it() {
        var person = Person.make(product, "lost");
        enrol(person);

        product.admin()
                .post("/api/users/" + person.id() + "/reset-second-factor", Map.of())
                .expect(204);

        product.anonymous().signIn(person.email(), Product.PASSWORD).expect(200);
    }

    @Test
    void wrong_codes_make_the_next_one_wait() {
        var person = Person.make(product, "guess");
        enrol(person);
        var refused = step(challenge(person), "123450");
        for (var attempt = 1; attempt < 10 && refused.status() == 401; attempt++) {
            refused = step(challenge(person), "123450");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
    }

    private static String enrol(Person person) {
        var secret = person.client()
                .post("/api/me/second-factor", Map.of("password", Product.PASSWORD))
                .expect(200)
                .text("secret");
        person.client()
                .post("/api/me/second-factor/confirm", Map.of("code", Totp.code(secret, 0)))
                .expect(200);
        return secret;
    }

    private String challenge(Person person) {
        var answer =
                product.anonymous().signIn(person.email(), Product.PASSWORD).expect(202);
        assertThat(answer.text("status")).isEqualTo("mfa_required");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        return answer.text("challenge");
    }

    private Answer step(String challenge, String code) {
        return product.anonymous().post("/api/auth/second-factor", Map.of("challenge", challenge, "code", code));
    }
}
