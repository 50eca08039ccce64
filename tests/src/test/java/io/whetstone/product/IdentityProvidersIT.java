package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an administrator sets identity providers up. */
class IdentityProvidersIT {
    static final String PATH = "/api/admin/identity-providers";

    @SuppressWarnings("NullAway.Init")
    static SsoInstallation sso;

    @BeforeAll
    static void start() {
        sso = SsoInstallation.shared();
    }

    @Test
    void a_secret_goes_in_and_never_comes_out() {
        var created = sso.create(sso.provider(Map.of()));

        assertThat(created.body()).doesNotContain(Issuer.SECRET);
        assertThat(created.json().path("hasSecret").asBoolean()).isTrue();
        assertThat(sso.product.admin().get(PATH).body()).doesNotContain(Issuer.SECRET);
    }

    @Test
    void a_secret_does_not_follow_to_another_server() {
        var request = sso.provider(Map.of(), Map.of("issuer", "https://elsewhere.example"));
        request.remove("secret");
        var provider = sso.create(sso.provider(Map.of()));
        var check = Map.of("provider", request, "providerId", provider.text("id"));

        var moved = sso.send(sso.product.admin(), "PUT", provider, request);
        var tried = sso.product.admin().post(PATH + "/check", check);

        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.json().at("/errors/0/pointer").asText()).isEqualTo("/secret");
        assertThat(tried.status()).isEqualTo(400);
    }

    @Test
    void a_change_needs_the_version_it_builds_on() {
        var request = sso.provider(Map.of());
        var provider = sso.create(request);
        sso.change(provider, request);

        assertThat(sso.send(sso.product.admin(), "PUT", provider, request).status())
                .isEqualTo(412);
        assertThat(sso.send(sso.product.admin(), "DELETE", provider, Map.of()).status())
                .isEqualTo(412);
    }

    @Test
    void a_user_sees_and_changes_nothing() {
        var provider = sso.create(sso.provider(Map.of()));
        var user = sso.product.person("mallory");

        assertThat(user.get(PATH).status()).isEqualTo(403);
        assertThat(user.get(PATH + "/" + provider.text("id")).status()).isEqualTo(403);
        assertThat(user.post(PATH, sso.provider(Map.of())).status()).isEqualTo(403);
        assertThat(user.post(PATH + "/check", Map.of("provider", sso.provider(Map.of())))
                        .status())
                .isEqualTo(403);
        assertThat(sso.send(user, "DELETE", provider, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void settings_that_cannot_work_are_refused_field_by_field() {
        var plain = sso.provider(Map.of("linkAccounts", true), Map.of("issuer", "http://issuer.example"));
        plain.put("secret", "");

        var answer = sso.product.admin().post(PATH, plain);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asText()))
                .containsExactlyInAnyOrder("/oidc/issuer", "/secret", "/rules/emailDomains");
        var ofNothing = sso.provider(Map.of("mappings", List.of(Map.of("group", "staff"))));
        assertThat(sso.product.admin().post(PATH, ofNothing).expect(400).text("detail"))
                .contains("/rules/mappings")
                .contains("needs a role, or a workspace");
        var ofOtherKind = sso.provider(Map.of());
        ofOtherKind.put("kind", "ldap");
        assertThat(sso.product
                        .admin()
                        .post(PATH, ofOtherKind)
                        .expect(400)
                        .json()
                        .path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactlyInAnyOrder("/oidc", "/ldap");
    }

    @Test
    void a_check_tells_how_far_the_settings_carry() {
        var good = sso.provider(Map.of());
        sso.create(good);
        var wrong = sso.provider(Map.of());
        wrong.put("secret", "not the secret");
        var nowhere = sso.provider(Map.of(), Map.of("issuer", "http://localhost:1"));

        assertThat(check(good).json().path("ok").asBoolean()).isTrue();
        assertThat(check(wrong).json().path("ok").asBoolean()).isFalse();
        assertThat(check(wrong).body()).contains("invalid_client");
        assertThat(check(nowhere).json().at("/steps")).hasSize(1);
    }

    @Test
    void people_are_offered_the_providers_of_their_domain() {
        var domain = UUID.randomUUID() + ".example";
        var own = sso.create(sso.provider(Map.of("emailDomains", List.of(domain), "buttonText", "Own")));
        var general = sso.create(sso.provider(Map.of()));

        var ofDomain = choices("?email=ada@" + domain);
        var ofOther = choices("?email=ada@elsewhere.example");

        assertThat(ofDomain.body()).contains(own.text("id")).doesNotContain(general.text("id"));
        assertThat(ofOther.body()).contains(general.text("id")).doesNotContain(own.text("id"));
        assertThat(ofDomain.body()).doesNotContain(Issuer.CLIENT);
    }

    @Test
    void a_deleted_provider_lets_nobody_in() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("rob", "example.org", Map.of());
        sso.signIn(new Visitor(), provider, subject);

        sso.send(sso.product.admin(), "DELETE", provider, Map.of()).expect(204);

        assertThat(sso.outcome(new Visitor(), provider, subject)).isEqualTo("provider_disabled");
    }

    private Answer check(Map<String, Object> provider) {
        return sso.product
                .admin()
                .post(PATH + "/check", Map.of("provider", provider))
                .expect(200);
    }

    private Answer choices(String query) {
        return sso.product.anonymous().get("/api/auth/providers" + query).expect(200);
    }
}
