package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsIT {
    static final Product PRODUCT = Product.shared();

    static Stream<Arguments> refusals() {
        var admin = PRODUCT.admin();
        var nobody = PRODUCT.anonymous();
        return Stream.of(
                Arguments.of("unknown path", admin.get("/api/nothing"), 404),
                Arguments.of("malformed id", admin.get("/api/datasets/xyz"), 404),
                Arguments.of("no token", nobody.get("/api/me"), 401),
                Arguments.of("rubbish for a token", nobody.with("abc").get("/api/me"), 401),
                Arguments.of("a token of alg none", nobody.with(unsigned()).get("/api/me"), 401),
                Arguments.of("a changed token", nobody.with(admin.token() + "x").get("/api/me"), 401),
                Arguments.of("half a body", admin.post("/api/users", "{\"email\":"), 400),
                Arguments.of("a broken rule", admin.post("/api/users", "{\"email\":\"x\"}"), 400),
                Arguments.of("an unknown field", admin.post("/api/users", "{\"nick\":\"x\"}"), 400),
                Arguments.of("a wrong method", admin.delete("/api/me"), 405),
                Arguments.of("a wrong cursor", admin.get("/api/users?cursor=x"), 400),
                Arguments.of("a wrong limit", admin.get("/api/users?limit=0"), 400),
                Arguments.of("a limit that is no number", admin.get("/api/users?limit=x"), 404),
                Arguments.of(
                        "a wrong media type",
                        admin.send(admin.request("/api/users")
                                .header("Content-Type", "text/plain")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("x"))),
                        415));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void every_refusal_is_a_problem(String what, Answer answer, int status) {
        assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).startsWith("/problems/");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("code")).isNotEmpty();
    }

    @Test
    void an_answer_carries_the_id_of_its_request() {
        var answer = PRODUCT.anonymous()
                .send(PRODUCT.anonymous()
                        .request("/api/me")
                        .header("X-Request-Id", "my-own-1")
                        .GET());

        assertThat(answer.header("X-Request-Id")).isEqualTo("my-own-1");
    }

    @Test
    void pages_carry_a_strict_policy() {
        var page = PRODUCT.anonymous().get("/training/jobs/1").expect(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("base-uri 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @Test
    void what_the_api_answers_is_kept_nowhere() {
        assertThat(PRODUCT.admin().get("/api/me").header("Cache-Control")).isEqualTo("no-store");
        assertThat(PRODUCT.anonymous().get("/").header("Cache-Control")).isEqualTo("no-cache");
    }

    private static String unsigned() {
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        var header = encoder.encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var claims = encoder.encodeToString(
                "{\"iss\":\"whetstone\",\"upn\":\"x\",\"groups\":[\"admin\",\"user\"],\"exp\":4102444800}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return header + "." + claims + ".";
    }
}
