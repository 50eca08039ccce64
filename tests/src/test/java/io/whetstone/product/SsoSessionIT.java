package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who begins a sign-in by an issuer, what it replaces, what the issuer has to prove, and how it ends. */
class SsoSessionIT {
    final SsoInstallation sso = SsoInstallation.honest();
    final Visitor visitor = new Visitor();

    @Test
    void another_site_that_leads_into_a_sign_in_gets_no_further_than_our_page() {
        var provider = sso.create(sso.provider(Map.of()));
        var start = URI.create(sso.startUrl(provider, sso.person("lured", "example.org", Map.of())));
        var foreign = List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site", "Referer", sso.product.url() + "/sign-in"),
                Map.of("Referer", "https://evil.example/?" + sso.product.url()),
                Map.<String, String>of());

        assertThat(foreign).allSatisfy(headers -> {
            var answer = visitor.get(start, headers);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .startsWith(sso.product.url() + "/sign-in?sso=begun_elsewhere");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
        assertThat(List.of(
                        Map.of("Sec-Fetch-Site", "same-origin"),
                        Map.of("Sec-Fetch-Site", "none"),
                        Map.of("Referer", sso.product.url() + "/sign-in")))
                .allSatisfy(headers -> assertThat(visitor.get(start, headers)
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                        .startsWith(sso.issuer.url()));
    }

    @Test
    void a_sign_in_ends_the_session_that_was_open_in_the_browser() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("again", "example.org", Map.of());
        sso.signIn(visitor, provider, subject);
        var former = sso.client(visitor);
        var elsewhere = new Visitor();
        sso.signIn(elsewhere, provider, subject);
        former.get("/api/me").expect(200);

        sso.signIn(visitor, provider, subject);

        Waiting.until(Duration.ofSeconds(3), () -> former.get("/api/me").status(), status -> status == 401);
        sso.client(visitor).get("/api/me").expect(200);
        sso.client(elsewhere).get("/api/me").expect(200);
    }

    @Test
    void where_a_second_factor_is_required_an_issuer_has_to_prove_one() {
        var provider = sso.create(sso.provider(Map.of()));
        var strict = sso.create(sso.provider(Map.of(), Map.of("secondFactorProofs", List.of("mfa", "phr"))));
        var trusted = sso.create(sso.provider(Map.of(), Map.of("secondFactorProofs", List.of("*"))));
        var plain = sso.person("plain", "example.org", Map.of("amr", List.of("pwd"), "acr", "pwd"));
        var twice = sso.person("twice", "example.org", Map.of("amr", List.of("pwd", "mfa")));
        var phishingResistant = sso.person("phr", "example.org", Map.of("acr", "phr"));
        assertThat(sso.outcome(new Visitor(), provider, plain)).isEqualTo("done");

        sso.requireSecondFactor(() -> {
            assertThat(sso.outcome(new Visitor(), provider, twice)).isEqualTo("second_factor_missing");
            assertThat(sso.outcome(new Visitor(), strict, plain)).isEqualTo("second_factor_missing");
            assertThat(sso.outcome(new Visitor(), strict, twice)).isEqualTo("done");
            assertThat(sso.outcome(new Visitor(), strict, phishingResistant)).isEqualTo("done");
            assertThat(sso.outcome(new Visitor(), trusted, plain)).isEqualTo("done");
        });
        var asked = new Visitor().get(URI.create(sso.startUrl(strict, plain)), Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(asked.headers().firstValue("Location").orElse(""))
                .contains("acr_values=phr")
                .doesNotContain("mfa");
    }

    @Test
    void a_token_of_another_type_is_no_logout_token() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("typed", "example.org", Map.of());
        sso.signIn(visitor, provider, subject);

        sso.issuer.logOutAs(subject, "at+jwt", false);
        assertThat(sso.refresh(visitor).expect(200).status()).isEqualTo(200);

        for (var type : List.of("logout+jwt", "JWT")) {
            sso.signIn(visitor, provider, subject);
            sso.issuer.logOutAs(subject, type, true);
            assertThat(sso.refresh(visitor).status()).as(type).isEqualTo(401);
        }
    }
}
