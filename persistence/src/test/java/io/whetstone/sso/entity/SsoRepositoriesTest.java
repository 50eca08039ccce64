package io.whetstone.sso.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SsoRepositoriesTest extends PersistenceTest {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    final IdentityProviderRepository providers = new IdentityProviderRepository();
    final ExternalIdentityRepository identities = new ExternalIdentityRepository();
    final SsoSignInRepository signIns = new SsoSignInRepository();

    @BeforeEach
    void connect() {
        providers.entities = entities;
        identities.entities = entities;
        signIns.entities = entities;
    }

    @Test
    void a_sign_in_is_taken_once() {
        var state = UUID.randomUUID().toString();
        signIns.add(signIn(state, givenProvider(), NOW.plusSeconds(60)));
        commit();
        asSystem();

        assertThat(signIns.take(state))
                .hasValueSatisfying(taken -> assertThat(taken.sent())
                        .isEqualTo(new SsoSignIn.Sent("nonce", "verifier", "https://w/callback")));
        commit();
        asSystem();
        assertThat(signIns.take(state)).isEmpty();
    }

    @Test
    void what_is_too_old_goes_and_what_is_not_stays() {
        var provider = givenProvider();
        var address = UUID.randomUUID().toString();
        signIns.add(signIn(address + "1", provider, NOW, address));
        signIns.add(signIn(address + "2", provider, NOW.plusSeconds(1), address));
        entities.flush();

        signIns.removeExpired(NOW);

        assertThat(signIns.countOf(address)).isOne();
    }

    @Test
    void a_subject_has_one_account() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var provider = givenProvider();
        identities.add(new ExternalIdentity(ada, provider.id(), "https://issuer", ada.toString(), NOW));
        commit();

        as(ada);
        assertThat(identities.find("https://issuer", ada.toString()))
                .hasValueSatisfying(found -> assertThat(found.userId()).isEqualTo(ada));
        as(bob);
        entities.clear();
        assertThat(identities.find("https://issuer", ada.toString())).isEmpty();
        asSystem();
        identities.add(new ExternalIdentity(bob, provider.id(), "https://issuer", ada.toString(), NOW));
        assertThatThrownBy(identities::flush).hasMessageContaining("external_identities_issuer_subject_key");
    }

    @Test
    void no_person_sees_a_provider() {
        var ada = givenWorkspace();
        var provider = givenProvider();
        commit();

        as(ada);

        assertThat(providers.find(provider.id())).isEmpty();
        assertThat(providers.all()).isEmpty();
    }

    private IdentityProvider givenProvider() {
        asSystem();
        var empty = JsonNodeFactory.instance.objectNode();
        var provider = new IdentityProvider(ProviderKind.OIDC, UUID.randomUUID().toString(), empty, empty, NOW);
        providers.add(provider);
        providers.flush();
        return provider;
    }

    private static SsoSignIn signIn(String state, IdentityProvider provider, Instant expiresAt) {
        return signIn(state, provider, expiresAt, "192.0.2.1");
    }

    private static SsoSignIn signIn(String state, IdentityProvider provider, Instant expiresAt, String address) {
        var sent = new SsoSignIn.Sent("nonce", "verifier", "https://w/callback");
        return new SsoSignIn(state, provider.id(), "browser", sent, "/", address, expiresAt);
    }
}
