package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsIdentityTest {
    final Instant now = Clock.systemUTC().instant().plusSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static MadeCertificate good;

    @SuppressWarnings("NullAway.Init")
    static MadeCertificate other;

    @BeforeAll
    static void make() throws Exception {
        good = MadeCertificate.in(folder, "good", "-keyalg EC -groupname secp256r1 -validity 90");
        other = MadeCertificate.in(folder, "other", "-keyalg RSA -keysize 2048 -validity 90");
    }

    @Test
    void without_a_certificate_there_is_no_tls() {
        assertThat(TlsIdentity.of(new Settings(Map.of(), new Properties()), now))
                .isEmpty();
    }

    @Test
    void keys_of_both_kinds_are_read_with_their_certificates() {
        for (var made : new MadeCertificate[] {good, other}) {
            var identity = TlsIdentity.of(made.settings(), now).orElseThrow();

            assertThat(identity.chain()).hasSize(1);
            assertThat(identity.warning(now)).isEmpty();
        }
        assertThat(good.settings().url()).isEqualTo("https://localhost:8080");
        assertThat(good.settings().localUrl()).isEqualTo("https://127.0.0.1:8080");
    }

    @Test
    void a_certificate_that_ends_soon_is_warned_of() {
        var identity = TlsIdentity.of(good.settings(), now).orElseThrow();

        assertThat(identity.warning(now.plus(Duration.ofDays(70))).orElseThrow())
                .contains("ends in 19 days");
    }

    @Test
    void a_certificate_that_ended_or_has_not_begun_is_refused() {
        assertThatThrownBy(() -> TlsIdentity.of(good.settings(), now.plus(Duration.ofDays(91))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("CN=good ended on");
        assertThatThrownBy(() -> TlsIdentity.of(good.settings(), now.minus(Duration.ofDays(2))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not begin before");
    }

    @Test
    void the_key_of_another_certificate_is_refused() throws Exception {
        var alike = MadeCertificate.in(folder, "alike", "-keyalg EC -groupname secp256r1");
        for (var stranger : new MadeCertificate[] {other, alike}) {
            refused(new MadeCertificate(good.certificate(), stranger.key()), "is not that of the first certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_key_that_others_can_use_is_refused_with_what_to_run(String permissions) throws Exception {
        var key = Files.copy(good.key(), folder.resolve(permissions));

        refused(new MadeCertificate(good.certificate(), key).open(permissions), "Run: chmod 600 " + key);
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY,       openssl pkcs8 -topk8 -nocrypt",
        "EC PRIVATE KEY,        openssl pkcs8 -topk8 -nocrypt",
        "ENCRYPTED PRIVATE KEY, is encrypted",
        "CERTIFICATE,           between -----BEGIN PRIVATE KEY-----",
    })
    void a_key_in_another_form_is_refused_with_what_mends_it(String label, String told) throws Exception {
        var key = folder.resolve(label);
        Files.writeString(key, Files.readString(good.key()).replace("PRIVATE KEY", label));

        refused(new MadeCertificate(good.certificate(), key).open("rw-------"), told);
    }

    @Test
    void damaged_and_missing_files_are_refused_by_name() throws Exception {
        var damaged = Files.writeString(
                folder.resolve("damaged"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        var empty = Files.writeString(folder.resolve("empty"), "");
        var key = folder.resolve("damaged.key");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        refused(new MadeCertificate(damaged, good.key()), "whetstone.tls.certificate) " + damaged + " is damaged");
        refused(new MadeCertificate(empty, good.key()), "must be in PEM form");
        refused(new MadeCertificate(folder.resolve("gone"), good.key()), "gone cannot be read");
        refused(new MadeCertificate(good.certificate(), folder.resolve("gone")), "gone cannot be read");
        refused(new MadeCertificate(good.certificate(), key).open("rw-------"), "neither an RSA nor an EC key");
    }

    @Test
    void a_short_key_is_refused() throws Exception {
        refused(MadeCertificate.in(folder, "short", "-keyalg RSA -keysize 1024"), "1024 bits; 2048 are the least");
    }

    @Test
    void issuers_that_did_not_issue_are_refused() throws Exception {
        var both = folder.resolve("both.crt");
        Files.writeString(both, Files.readString(good.certificate()) + Files.readString(other.certificate()));

        refused(new MadeCertificate(both, good.key()), "number 2 in it did not issue number 1");
    }

    @Test
    void one_setting_without_the_other_is_refused() {
        var settings = new Settings(Map.of("WHETSTONE_TLS_KEY", good.key().toString()), new Properties());

        assertThatThrownBy(() -> TlsIdentity.of(settings, now))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("WHETSTONE_TLS_CERTIFICATE");
    }

    @Test
    void an_address_for_people_without_tls_is_refused() {
        assertThatThrownBy(() -> TlsIdentity.of(good.settings(Map.of("WHETSTONE_URL", "http://llm.example")), now))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("WHETSTONE_URL");
    }

    private void refused(MadeCertificate made, String told) {
        assertThatThrownBy(() -> TlsIdentity.of(made.settings(), now))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(told);
    }
}
