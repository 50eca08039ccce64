package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.outbound.service.OutboundSockets;
import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.LdapSettings;
import io.whetstone.sso.service.ProviderRules;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapDirectoriesTest {
    static final ProviderRules RULES = new ProviderRules("Directory", List.of(), true, false, false, List.of());
    static final LdapSettings.Attributes ATTRIBUTES = new LdapSettings.Attributes("mail", "cn", "entryUUID", null);
    static final LdapSettings.Groups GROUPS =
            new LdapSettings.Groups("ou=groups,dc=example,dc=org", "(member={dn})", "cn");
    static final String PRESENT = "(&(uid={user})(employeeType=present))";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static TestDirectory server;

    final LdapDirectories directories = new LdapDirectories();

    LdapDirectoriesTest() {
        directories.sockets = new OutboundSockets() {
            @Override
            public Socket connect(String host, int port, Duration timeout) throws IOException {
                return new Socket(host, port);
            }
        };
    }

    @BeforeAll
    static void start() {
        server = TestDirectory.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_right_password_proves_a_person_with_their_groups() {
        var person =
                directories.authenticate(searching(server.ldaps(), false), "ada@example.org", TestDirectory.PASSWORD);

        assertThat(person).hasValueSatisfying(found -> {
            assertThat(found.email()).contains("ada@example.org");
            assertThat(found.subject()).hasSize(36);
            assertThat(found.verified()).isTrue();
            assertThat(found.groups()).containsExactly("cn=staff,ou=groups,dc=example,dc=org", "staff");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "correct hors", "Correct horse", "\0"})
    void another_password_proves_nobody(String password) {
        assertThat(directories.authenticate(searching(server.ldaps(), false), "ada@example.org", password))
                .isEmpty();
        assertThat(directories.authenticate(template(), "ada@example.org", password))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*@example.org",
                "a*@example.org",
                "ada)(uid=*@example.org",
                "*)(|(uid=ada@example.org",
                "ada\\2a@example.org",
                "ada,ou=people@example.org",
                "x)(|(objectClass=*@example.org",
                ""
            })
    void a_name_is_a_name_and_never_a_filter(String typed) {
        assertThat(directories.authenticate(searching(server.ldaps(), false), typed, TestDirectory.PASSWORD))
                .isEmpty();
        assertThat(directories.authenticate(template(), typed, TestDirectory.PASSWORD))
                .isEmpty();
    }

    @Test
    void whom_the_filter_leaves_out_stays_out_even_with_the_right_password() {
        assertThat(directories.authenticate(
                        searching(server.ldaps(), false), "bob@example.org", TestDirectory.PASSWORD))
                .isEmpty();
    }

    @Test
    void start_tls_encrypts_a_plain_connection() {
        assertThat(directories.authenticate(searching(server.ldap(), true), "ada@example.org", TestDirectory.PASSWORD))
                .isPresent();
    }

    @Test
    void a_person_may_bind_as_themselves() {
        assertThat(directories.authenticate(template(), "ada@example.org", TestDirectory.PASSWORD))
                .hasValueSatisfying(found -> assertThat(found.groups()).contains("staff"));
    }

    @Test
    void a_certificate_of_nobody_we_trust_is_refused() {
        for (var startTls : List.of(true, false)) {
            var settings =
                    settings(startTls ? server.ldap() : server.ldaps(), startTls, null, TestDirectory.SEARCHER, null);

            assertThatThrownBy(() -> directories.authenticate(
                            provider(settings, TestDirectory.SEARCHER_PASSWORD),
                            "ada@example.org",
                            TestDirectory.PASSWORD))
                    .isInstanceOf(UpstreamException.class)
                    .hasMessageContaining("certification path");
        }
    }

    @Test
    void a_searcher_whom_the_directory_refuses_is_a_failure_of_the_directory() {
        var settings = settings(server.ldaps(), false, server.certificate(), TestDirectory.SEARCHER, null);

        assertThatThrownBy(() -> directories.authenticate(
                        provider(settings, "wrong"), "ada@example.org", TestDirectory.PASSWORD))
                .isInstanceOf(UpstreamException.class)
                .hasMessageContaining("bind DN");
    }

    private static Provider searching(String url, boolean startTls) {
        var settings = settings(url, startTls, server.certificate(), TestDirectory.SEARCHER, null);
        return provider(settings, TestDirectory.SEARCHER_PASSWORD);
    }

    private static Provider template() {
        var template = "uid={user},ou=people,dc=example,dc=org";
        return provider(settings(server.ldaps(), false, server.certificate(), null, template), "");
    }

    private static LdapSettings settings(
            String url, boolean startTls, @Nullable String pem, @Nullable String bindDn, @Nullable String template) {
        return new LdapSettings(
                URI.create(url),
                startTls,
                pem,
                "ou=people,dc=example,dc=org",
                PRESENT,
                bindDn,
                template,
                ATTRIBUTES,
                GROUPS,
                5);
    }

    private static Provider provider(LdapSettings settings, String secret) {
        return new Provider(UUID.randomUUID(), ProviderKind.LDAP, true, RULES, null, settings, secret);
    }
}
