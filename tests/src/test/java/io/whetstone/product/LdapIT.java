package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The password sign-in of people whom a directory knows. How it is asked is tested beside {@code LdapDirectories}. */
class LdapIT {
    static final String SEARCHER = "cn=searcher,dc=example,dc=org";
    static final String PATH = "/api/admin/identity-providers";

    @SuppressWarnings("NullAway.Init")
    static SsoInstallation sso;

    @SuppressWarnings("NullAway.Init")
    static InMemoryDirectoryServer server;

    final String domain = UUID.randomUUID() + ".example";

    @BeforeAll
    static void start() throws Exception {
        sso = SsoInstallation.shared();
        var config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        config.addAdditionalBindCredentials(SEARCHER, "search me");
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        server.startListening();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.shutDown(true);
        }
    }

    @Test
    void a_password_of_the_directory_opens_an_account_that_is_made_at_once() {
        provider(Map.of("createAccounts", true));
        var email = person("ada", "a password there");

        var session = sso.product.anonymous().signIn(email, "a password there").expect(200);
        var again = sso.product.anonymous().signIn(email, "a password there").expect(200);

        assertThat(session.json().path("mustChangePassword").asBoolean()).isFalse();
        assertThat(session.json().at("/user/email").asText()).isEqualTo(email);
        assertThat(again.json().at("/user/id")).isEqualTo(session.json().at("/user/id"));
        assertThat(sso.product.anonymous().signIn(email, "another").status()).isEqualTo(401);
    }

    @Test
    void a_group_makes_an_administrator_until_the_next_sign_in_without_it() throws Exception {
        var mapping = Map.of("group", "cn=operators," + domain, "role", "admin");
        provider(Map.of("createAccounts", true, "mappings", List.of(mapping)));
        var email = person("bob", "a password there");
        var dn = "uid=" + email + ",dc=example,dc=org";
        server.modify("dn: " + dn, "changetype: modify", "add: memberOf", "memberOf: cn=operators," + domain);

        var operator = client(email).get("/api/users").status();
        server.modify("dn: " + dn, "changetype: modify", "delete: memberOf");

        assertThat(operator).isEqualTo(200);
        assertThat(client(email).get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void a_directory_is_asked_for_its_own_domain_only() {
        provider(Map.of("createAccounts", true, "emailDomains", List.of("other.example")));

        assertThat(sso.product
                        .anonymous()
                        .signIn(person("carol", "a password there"), "a password there")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void no_password_travels_in_clear_to_another_machine() {
        var request = request(Map.of());
        request.put("ldap", settings("ldap://directory.example.org"));

        var answer = sso.product.admin().post(PATH, request).expect(400);

        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/ldap/startTls");
        request.put("ldap", settings("ldaps://directory.example.org"));
        sso.product.admin().post(PATH, request).expect(201);
    }

    @Test
    void a_directory_that_is_gone_keeps_nobody_from_signing_in_here() {
        var request = request(Map.of());
        request.put("ldap", settings("ldap://localhost:1"));
        sso.product.admin().post(PATH, request).expect(201);
        var created = sso.product
                .admin()
                .post("/api/users", Map.of("email", "x@" + domain, "displayName", "x", "role", "user"))
                .expect(201);

        assertThat(sso.product
                        .anonymous()
                        .signIn("x@" + domain, created.text("oneTimePassword"))
                        .status())
                .isEqualTo(200);
        assertThat(sso.product.anonymous().signIn("y@" + domain, "a password").status())
                .isEqualTo(401);
    }

    @Test
    void a_check_finds_a_person_without_their_password() {
        var email = person("dan", "a password there");

        var good = sso.product
                .admin()
                .post(PATH + "/check", Map.of("provider", request(Map.of()), "email", email))
                .expect(200);
        var wrong = request(Map.of());
        wrong.put("secret", "wrong");
        var bad = sso.product
                .admin()
                .post(PATH + "/check", Map.of("provider", wrong, "email", email))
                .expect(200);

        assertThat(good.json().path("ok").asBoolean()).as(good.body()).isTrue();
        assertThat(good.body()).contains("Not encrypted").contains("address " + email);
        assertThat(bad.json().path("ok").asBoolean()).isFalse();
        assertThat(bad.json().path("steps")).hasSize(1);
    }

    @Test
    void guesses_at_a_password_of_the_directory_are_slowed_down() {
        provider(Map.of("createAccounts", true));
        var email = person("eve", "a password there");
        for (var guess = 0; guess < 4; guess++) {
            assertThat(sso.product.anonymous().signIn(email, "guess " + guess).status())
                    .isEqualTo(401);
        }

        var next = sso.product.anonymous().signIn(email, "a password there");

        assertThat(next.status()).isEqualTo(429);
        assertThat(next.header("Retry-After")).isNotEmpty();
    }

    private Client client(String email) {
        var session = sso.product.anonymous().signIn(email, "a password there").expect(200);
        return sso.product.anonymous().with(session.text("accessToken"));
    }

    private String person(String name, String password) {
        var email = name + "-" + UUID.randomUUID() + "@" + domain;
        try {
            server.add(
                    "dn: uid=" + email + ",dc=example,dc=org",
                    "objectClass: inetOrgPerson",
                    "uid: " + email,
                    "mail: " + email,
                    "cn: " + name,
                    "userPassword: " + password);
            return email;
        } catch (com.unboundid.ldif.LDIFException | com.unboundid.ldap.sdk.LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    private void provider(Map<String, Object> rules) {
        sso.product.admin().post(PATH, request(rules)).expect(201);
    }

    private Map<String, Object> request(Map<String, Object> rules) {
        var allRules = new HashMap<String, Object>(Map.of("emailDomains", List.of(domain)));
        allRules.putAll(rules);
        var request = sso.provider(allRules);
        request.put("kind", "ldap");
        request.remove("oidc");
        request.put("ldap", settings("ldap://localhost:" + server.getListenPort()));
        request.put("secret", "search me");
        return request;
    }

    private static Map<String, Object> settings(String url) {
        return Map.of(
                "server",
                url,
                "startTls",
                false,
                "baseDn",
                "dc=example,dc=org",
                "userFilter",
                "(mail={email})",
                "bindDn",
                SEARCHER,
                "attributes",
                Map.of("email", "mail", "name", "cn", "subject", "entryUUID", "memberOf", "memberOf"),
                "timeoutSeconds",
                5);
    }
}
