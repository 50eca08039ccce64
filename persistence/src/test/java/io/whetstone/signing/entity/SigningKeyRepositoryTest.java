package io.whetstone.signing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeyRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final SigningKeyRepository keys = new SigningKeyRepository();

    @BeforeEach
    void connect() {
        keys.entities = entities;
    }

    @Test
    void a_retired_key_verifies_until_its_last_token_has_expired() {
        asSystem();
        var id = UUID.randomUUID().toString();
        var key = new SigningKey(id, "sealed", new byte[] {1}, NOON);
        keys.add(key);
        key.retire(NOON.plusSeconds(60), NOON.plusSeconds(960));
        entities.flush();

        assertThat(ids(NOON.plusSeconds(959))).contains(id);
        assertThat(ids(NOON.plusSeconds(960))).doesNotContain(id);
        assertThat(key.signs()).isFalse();
    }

    @Test
    void a_key_of_one_token_signs_nothing() {
        asSystem();
        var id = UUID.randomUUID().toString();
        entities.createNativeQuery("insert into signing_keys (id, public_key, created_at, retired_at, accepted_until)"
                        + " values (?1, ?2, now(), now(), now() + interval '1 hour')")
                .setParameter(1, id)
                .setParameter(2, new byte[] {1})
                .executeUpdate();

        assertThat(keys.accepted(NOON)).filteredOn(key -> key.id().equals(id)).noneMatch(SigningKey::signs);
    }

    @Test
    void nobody_but_the_system_sees_a_key() {
        asSystem();
        keys.add(new SigningKey(UUID.randomUUID().toString(), "sealed", new byte[] {1}, NOON));
        commit();

        as(givenWorkspace());

        assertThat(keys.accepted(NOON)).isEmpty();
    }

    private List<String> ids(Instant now) {
        return keys.accepted(now).stream().map(SigningKey::id).toList();
    }
}
