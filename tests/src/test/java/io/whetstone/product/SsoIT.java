package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in by a certified OpenID Connect issuer that runs beside the product, with every fault that we know of. */
class SsoIT {
    final SsoInstallation sso = SsoInstallation.honest();
    final Visitor visitor = new Visitor();

    @Test
    void a_first_sign_in_makes_an_account_and_the_next_finds_it_by_its_subject() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("ada", "example.org", Map.of());

        var page = sso.signIn(visitor, provider, subject);
        var me = sso.client(visitor).get("/api/me").expect(200);
        sso.issuer.account(subject, Map.of("email", "renamed@example.org", "email_verified", true, "name", "Ada"));
        var again = new Visitor();
        sso.signIn(again, provider, subject);

        assertThat(Visitor.parameter(page, "sso")).isEqualTo("done");
        assertThat(Visitor.parameter(page, "next")).isEqualTo("/models");
        assertThat(me.text("email")).isEqualTo(subject);
        assertThat(me.json().path("workspaces")).hasSize(1);
        assertThat(sso.client(again).get("/api/me").text("id")).isEqualTo(me.text("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "expired", "audience", "party", "issuer", "at_hash", "key", "none", "hmac"})
    void a_token_that_an_honest_issuer_would_not_send_opens_nothing(String fault) {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("eve", "example.org", Map.of());
        sso.issuer.fault(fault);

        assertThat(sso.outcome(visitor, provider, subject)).isEqualTo("token_invalid");
        assertThat(visitor.sessionCookie()).isEmpty();
    }

    @Test
    void an_answer_counts_once_and_only_with_its_state() {
        var provider = sso.create(sso.provider(Map.of()));
        var callback = sso.callback(visitor, provider, sso.person("bob", "example.org", Map.of()));
        var forged = URI.create(callback.toString().replaceAll("state=[^&]+", "state=AAAA"));

        assertThat(sso.outcome(visitor, forged)).isEqualTo("state_unknown");
        assertThat(sso.outcome(visitor, callback)).isEqualTo("done");
        assertThat(sso.outcome(visitor, callback)).isEqualTo("state_unknown");
    }

    @Test
    void an_answer_counts_in_the_browser_that_asked_only() {
        var provider = sso.create(sso.provider(Map.of()));
        var stolen = sso.callback(visitor, provider, sso.person("mallory", "example.org", Map.of()));
        var victim = new Visitor();
        sso.callback(victim, provider, sso.person("victim", "example.org", Map.of()));

        assertThat(sso.outcome(victim, stolen)).isEqualTo("other_browser");
        assertThat(sso.outcome(new Visitor(), stolen)).isEqualTo("state_unknown");
        assertThat(victim.sessionCookie()).isEmpty();
    }

    @Test
    void an_answer_of_another_issuer_or_for_another_provider_is_refused() {
        var provider = sso.create(sso.provider(Map.of()));
        var other = sso.create(sso.provider(Map.of()));
        var subject = sso.person("carol", "example.org", Map.of());

        var foreign = sso.callback(visitor, provider, subject).toString().replaceAll("iss=[^&]+", "iss=https://evil");
        var silent = sso.callback(visitor, provider, subject).toString().replaceAll("&iss=[^&]+", "");
        var astray = sso.callback(visitor, provider, subject).toString().replace(provider.text("id"), other.text("id"));

        assertThat(List.of(foreign, silent, astray))
                .allSatisfy(callback ->
                        assertThat(sso.outcome(visitor, URI.create(callback))).isEqualTo("issuer_mixed_up"));
    }

    @Test
    void a_cancelled_sign_in_is_told_as_one() {
        var provider = sso.create(sso.provider(Map.of()));
        var callback = sso.callback(visitor, provider, sso.person("dan", "example.org", Map.of()));
        var cancelled = callback.toString().replaceAll("code=[^&]+", "error=access_denied");

        assertThat(sso.outcome(visitor, URI.create(cancelled))).isEqualTo("denied");
    }

    @Test
    void new_keys_of_the_issuer_are_found() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("erin", "example.org", Map.of());
        sso.signIn(visitor, provider, subject);
        Waiting.pause(java.time.Duration.ofMillis(150));

        sso.issuer.rotateKeys();

        assertThat(sso.outcome(new Visitor(), provider, subject)).isEqualTo("done");
    }

    @Test
    void a_provider_that_is_not_in_use_lets_nobody_in() {
        var request = sso.provider(Map.of());
        var provider = sso.create(request);
        var subject = sso.person("frank", "example.org", Map.of());
        var underway = sso.callback(visitor, provider, subject);
        request.put("enabled", false);
        sso.change(provider, request);

        assertThat(sso.outcome(visitor, underway)).isEqualTo("provider_disabled");
        assertThat(sso.outcome(visitor, provider, subject)).isEqualTo("provider_disabled");
    }

    @Test
    void no_account_is_made_where_none_may_be() {
        var closed = sso.create(sso.provider(Map.of("createAccounts", false)));
        var domain = sso.create(sso.provider(Map.of("emailDomains", List.of("corp.example"))));
        var outsider = sso.person("grace", "example.org", Map.of());
        var unverified = sso.person("heidi", "example.org", Map.of("email_verified", false));

        assertThat(sso.outcome(visitor, closed, outsider)).isEqualTo("no_account");
        assertThat(sso.outcome(visitor, domain, outsider)).isEqualTo("domain_refused");
        assertThat(sso.outcome(visitor, sso.create(sso.provider(Map.of())), unverified))
                .isEqualTo("email_unverified");
    }

    @Test
    void an_account_made_here_is_opened_by_a_provider_that_is_trusted_with_its_domain_only() {
        var subject = sso.person("ivan", "corp.example", Map.of());
        var local = sso.product
                .admin()
                .post("/api/users", Map.of("email", subject, "displayName", "Ivan", "role", "user"))
                .expect(201);
        var stranger = sso.create(sso.provider(Map.of()));
        var trusted = sso.create(sso.provider(Map.of("emailDomains", List.of("corp.example"), "linkAccounts", true)));

        assertThat(sso.outcome(visitor, stranger, subject)).isEqualTo("account_exists");
        assertThat(sso.outcome(visitor, trusted, subject)).isEqualTo("done");
        assertThat(sso.client(visitor).get("/api/me").expect(200).text("id"))
                .isEqualTo(local.json().at("/user/id").asText());
    }

    @Test
    void groups_are_looked_at_again_at_every_sign_in() {
        var mapping = Map.of("group", "operators", "role", "admin");
        var provider = sso.create(sso.provider(Map.of("mappings", List.of(mapping))));
        var subject = sso.person("judy", "example.org", Map.of("groups", List.of("staff", "operators")));

        sso.signIn(visitor, provider, subject);
        var asOperator = sso.client(visitor).get("/api/users").status();
        sso.issuer.account(
                subject, Map.of("email", subject, "email_verified", true, "name", "judy", "groups", List.of("staff")));
        var later = new Visitor();
        sso.signIn(later, provider, subject);

        assertThat(asOperator).isEqualTo(200);
        assertThat(sso.client(later).get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void groups_that_do_not_fit_into_the_token_are_fetched() {
        var provider =
                sso.create(sso.provider(Map.of("mappings", List.of(Map.of("group", "operators", "role", "admin")))));
        var subject = sso.person("max", "example.org", Map.of());
        sso.issuer.account(subject, elsewhere(subject, subject, List.of("staff", "operators")));

        assertThat(sso.outcome(visitor, provider, subject)).isEqualTo("done");
        assertThat(sso.client(visitor).get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void groups_that_cannot_be_fetched_let_nobody_in_whose_rules_ask_for_them() {
        var asking =
                sso.create(sso.provider(Map.of("mappings", List.of(Map.of("group", "operators", "role", "admin")))));
        var careless = sso.create(sso.provider(Map.of()));
        var subject = sso.person("mia", "example.org", Map.of());
        sso.issuer.account(subject, elsewhere(subject, "somebody-else", List.of("operators")));

        assertThat(sso.outcome(visitor, asking, subject)).isEqualTo("groups_unreadable");
        assertThat(visitor.sessionCookie()).isEmpty();
        assertThat(sso.outcome(new Visitor(), careless, subject)).isEqualTo("done");
    }

    /** What an issuer says of somebody with too many groups: where to ask for them. */
    private Map<String, Object> elsewhere(String subject, String asked, List<String> groups) {
        var endpoint = "%s/graph/users/%s/getMemberObjects".formatted(sso.issuer.url(), asked);
        return Map.of(
                "email",
                subject,
                "email_verified",
                true,
                "name",
                "Many",
                "elsewhere",
                groups,
                "_claim_names",
                Map.of("groups", "src1"),
                "_claim_sources",
                Map.of("src1", Map.of("endpoint", endpoint)));
    }

    @Test
    void an_issuer_may_sign_with_an_edwards_curve() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("eda", "example.org", Map.of());
        try {
            sso.issuer.signWith("EdDSA");

            assertThat(sso.outcome(visitor, provider, subject)).isEqualTo("done");
            sso.issuer.fault("key");
            assertThat(sso.outcome(new Visitor(), provider, subject)).isEqualTo("token_invalid");
            sso.issuer.fault("at_hash");
            assertThat(sso.outcome(new Visitor(), provider, subject)).isEqualTo("token_invalid");
        } finally {
            sso.issuer.fault("");
            sso.issuer.signWith("RS256");
        }
    }

    @Test
    void a_group_gives_a_place_in_a_team_and_takes_it_away() {
        var team = sso.product
                .admin()
                .post("/api/workspaces", Map.of("name", "Team of the group"))
                .expect(201);
        var mapping = Map.of("group", "team", "workspaceId", team.text("id"), "workspaceRole", "viewer");
        var provider = sso.create(sso.provider(Map.of("mappings", List.of(mapping))));
        var subject = sso.person("sam", "example.org", Map.of("groups", List.of("team")));

        sso.signIn(visitor, provider, subject);
        var inside = sso.client(visitor).get("/api/me").json().path("workspaces");
        sso.issuer.account(subject, Map.of("email", subject, "email_verified", true, "name", "sam"));
        var later = new Visitor();
        sso.signIn(later, provider, subject);

        assertThat(inside).extracting(place -> place.path("role").asText()).containsExactly("owner", "viewer");
        assertThat(sso.client(later).get("/api/me").json().path("workspaces")).hasSize(1);
    }

    @Test
    void only_members_come_in_where_only_members_may() {
        var mapping = Map.of("group", "staff", "role", "user");
        var provider = sso.create(sso.provider(Map.of("membersOnly", true, "mappings", List.of(mapping))));

        assertThat(sso.outcome(visitor, provider, sso.person("ken", "example.org", Map.of())))
                .isEqualTo("not_a_member");
        assertThat(sso.outcome(
                        new Visitor(), provider, sso.person("lea", "example.org", Map.of("groups", List.of("staff")))))
                .isEqualTo("done");
    }

    @Test
    void a_disabled_account_stays_disabled() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("mia", "example.org", Map.of());
        sso.signIn(visitor, provider, subject);
        var id = sso.client(visitor).get("/api/me").text("id");
        var admin = sso.product.admin();
        var version = java.util.stream.StreamSupport.stream(
                        admin.get("/api/users?limit=200").json().path("items").spliterator(), false)
                .filter(user -> user.path("id").asText().equals(id))
                .map(user -> user.path("version").asText())
                .findFirst()
                .orElseThrow();
        admin.patch("/api/users/" + id, Map.of("status", "disabled"), "\"" + version + "\"")
                .expect(200);

        assertThat(sso.outcome(new Visitor(), provider, subject)).isEqualTo("account_disabled");
        assertThat(sso.refresh(visitor).status()).isEqualTo(401);
    }

    @Test
    void nobody_is_led_to_another_site() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("nick", "example.org", Map.of());

        for (var next : List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:1")) {
            var start = sso.startUrl(provider, subject).replace("next=/models", "next=" + next);
            var page = new Visitor().follow(start, address -> address.getPath().equals("/sign-in"));
            assertThat(Visitor.parameter(page, "next")).as(next).isEqualTo("/");
        }
    }

    @Test
    void signing_out_leads_to_the_issuer_and_ends_the_session() {
        var provider = sso.create(sso.provider(Map.of()));
        sso.signIn(visitor, provider, sso.person("olga", "example.org", Map.of()));

        var answer = sso.withCookie(visitor, "/api/auth/sso/sign-out").expect(200);

        assertThat(answer.text("redirect")).startsWith(sso.issuer.url() + "/session/end?id_token_hint=ey");
        assertThat(visitor.get(URI.create(answer.text("redirect"))).statusCode())
                .isEqualTo(200);
        assertThat(sso.refresh(visitor).status()).isEqualTo(401);
    }

    @Test
    void the_issuer_ends_what_it_opened() {
        var provider = sso.create(sso.provider(Map.of()));
        var subject = sso.person("quinn", "example.org", Map.of());
        sso.signIn(visitor, provider, subject);
        var bystander = new Visitor();
        sso.signIn(bystander, provider, sso.person("ruth", "example.org", Map.of()));

        sso.issuer.logOut(subject);

        assertThat(sso.refresh(visitor).status()).isEqualTo(401);
        assertThat(sso.refresh(bystander).status()).isEqualTo(200);
    }

    @Test
    void the_cookie_of_a_browser_is_secure_where_people_come_by_https() {
        var provider = sso.create(sso.provider(Map.of()));
        var path = "/api/auth/sso/" + provider.text("id") + "/start";
        var nobody = sso.product.anonymous();

        var open = nobody.send(
                nobody.request(path).header("Sec-Fetch-Site", "same-origin").GET());
        var encrypted = nobody.send(nobody.request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-Proto", "https")
                .GET());

        assertThat(open.header("Set-Cookie"))
                .startsWith("ws_sso=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/api/auth/sso;")
                .doesNotContain("Secure", "Domain");
        assertThat(encrypted.header("Set-Cookie"))
                .startsWith("__Host-ws_sso=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/;")
                .doesNotContain("Domain");
    }

    @Test
    void by_https_only_the_cookie_counts_that_no_other_host_can_plant() {
        var provider = sso.create(sso.provider(Map.of()));
        var callback = sso.callback(visitor, provider, sso.person("ada", "example.org", Map.of()));
        var planted = visitor.cookie("ws_sso");
        var nobody = sso.product.anonymous();

        var refused = nobody.send(nobody.request(callback.getPath() + "?" + callback.getRawQuery())
                .header("Cookie", planted)
                .header("X-Forwarded-Proto", "https")
                .GET());

        assertThat(planted).startsWith("ws_sso=");
        assertThat(refused.header("Location")).contains("sso=other_browser");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("ws_refresh=ey"));
    }

    @Test
    void a_logout_token_that_the_issuer_did_not_sign_ends_nothing() {
        var provider = sso.create(sso.provider(Map.of()));
        sso.signIn(visitor, provider, sso.person("peggy", "example.org", Map.of()));
        var client = sso.product.anonymous();
        var path = "/api/auth/sso/" + provider.text("id") + "/backchannel-logout";

        var answer = client.send(client.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("logout_token=eyJhbGciOiJub25lIn0.e30.")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(sso.refresh(visitor).status()).isEqualTo(200);
    }

    @Test
    void a_discovery_document_of_another_issuer_is_refused() {
        var provider = sso.create(sso.provider(Map.of(), Map.of("issuer", sso.issuer.url() + "/foreign")));

        assertThat(sso.outcome(visitor, provider, sso.person("foreign", "example.org", Map.of())))
                .isEqualTo("provider_failed");
        assertThat(sso.product.serverLog())
                .filteredOn(line -> line.contains("provider=" + provider.text("id")))
                .singleElement()
                .asString()
                .contains("The discovery document is of the issuer")
                .contains(sso.issuer.url());
    }
}
