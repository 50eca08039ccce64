package io.whetstone.secret.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final SecretRepository secrets = new SecretRepository();
    final KeyRepository keys = new KeyRepository();

    @BeforeEach
    void connect() {
        secrets.entities = entities;
        keys.entities = entities;
    }

    @Test
    void a_persons_own_secret_is_seen_by_them_alone() {
        var ada = givenWorkspace();
        var bob = givenMember(ada, "admin");
        var secret = given(SecretOwner.person(ada, ada), "openai", ada);

        as(ada);
        assertThat(secrets.find(ada, ada, secret)).isPresent();
        as(bob);
        assertThat(secrets.find(ada, ada, secret)).isEmpty();
        assertThat(count()).isZero();
        assertThat(change(secret)).isZero();
    }

    @Test
    void a_workspaces_secret_is_seen_by_members_and_changed_by_administrators() {
        var ada = givenWorkspace();
        var admin = givenMember(ada, "admin");
        var member = givenMember(ada, "member");
        var viewer = givenMember(ada, "viewer");
        var stranger = givenWorkspace();
        var secret = given(SecretOwner.workspace(ada), "openai", ada);

        as(member);
        assertThat(secrets.find(ada, member, secret)).isPresent();
        assertThat(change(secret)).isZero();
        as(admin);
        assertThat(change(secret)).isOne();
        for (var other : List.of(viewer, stranger)) {
            as(other);
            assertThat(count()).isZero();
            assertThat(change(secret)).isZero();
        }
    }

    @Test
    void nobody_and_the_forged_see_nothing() {
        var ada = givenWorkspace();
        given(SecretOwner.workspace(ada), "openai", ada);

        assertThat(count()).isZero();
        entities.createNativeQuery("select set_config('app.user_id', ?1, true), set_config('app.system', 'on', true)")
                .setParameter(1, ada.toString())
                .getResultList();
        assertThat(count()).isZero();
    }

    @Test
    void nobody_writes_a_secret_for_somebody_else() {
        var ada = givenWorkspace();
        var bob = givenMember(ada, "admin");
        var key = givenKey(ada);

        as(bob);

        assertThatThrownBy(() -> {
                    secrets.add(secret(SecretOwner.person(ada, ada), "openai", bob, key));
                    secrets.flush();
                })
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_member_writes_no_secret_of_the_workspace() {
        var ada = givenWorkspace();
        var member = givenMember(ada, "member");
        var key = givenKey(ada);

        as(member);

        assertThatThrownBy(() -> {
                    secrets.add(secret(SecretOwner.workspace(ada), "openai", member, key));
                    secrets.flush();
                })
                .hasMessageContaining("row-level security");
    }

    @Test
    void an_owner_has_one_secret_for_each_provider() {
        var ada = givenWorkspace();
        given(SecretOwner.workspace(ada), "openai", ada);
        given(SecretOwner.person(ada, ada), "openai", ada);
        var key = givenKey(ada);

        as(ada);
        assertThat(secrets.claim(SecretOwner.workspace(ada), "openai")).isPresent();
        assertThat(secrets.claim(SecretOwner.workspace(ada), "aws")).isEmpty();

        assertThatThrownBy(() -> {
                    secrets.add(secret(SecretOwner.workspace(ada), "openai", ada, key));
                    secrets.flush();
                })
                .hasMessageContaining("secrets_once");
    }

    @Test
    void a_use_is_noted_once_a_while_and_is_no_change() {
        var ada = givenWorkspace();
        var id = given(SecretOwner.workspace(ada), "openai", ada);

        asSystem();
        secrets.used(id, NOON, NOON.minusSeconds(60));
        secrets.used(id, NOON.plusSeconds(30), NOON.minusSeconds(30));
        var used = secrets.find(ada, ada, id).orElseThrow();

        assertThat(used.lastUsedAt()).isEqualTo(NOON);
        assertThat(used.version()).isOne();
    }

    @Test
    void keys_are_seen_by_the_installation_only() {
        var ada = givenWorkspace();
        var key = givenKey(ada);

        as(ada);
        assertThat(keys.find(key)).isEmpty();
        assertThat(keys.lockMasterKey()).isEmpty();
        asSystem();
        assertThat(keys.find(key)).isPresent();
        assertThat(keys.lockMasterKey()).isPresent();
    }

    @Test
    void one_key_of_a_workspace_is_in_use_and_a_retired_one_goes_when_nothing_needs_it() {
        var ada = givenWorkspace();
        var former = givenKey(ada);
        var secret = given(SecretOwner.workspace(ada), "openai", ada);

        asSystem();
        assertThat(keys.add(wrapped(ada))).isFalse();
        keys.lock(former).orElseThrow().retire(NOON);
        keys.flush();
        var next = wrapped(ada);
        assertThat(keys.add(next)).isTrue();
        keys.dropUnused(ada);
        assertThat(secrets.sealedWithAnotherKey(ada, next.id(), 10)).hasSize(1);

        var moved = secrets.find(ada, ada, secret).orElseThrow();
        var version = moved.version();
        secrets.reseal(moved.id(), value(next.id()));
        keys.dropUnused(ada);
        entities.clear();
        assertThat(secrets.find(ada, ada, secret).orElseThrow().version()).isEqualTo(version);
        assertThat(secrets.sealedWithAnotherKey(ada, next.id(), 10)).isEmpty();
        assertThat(keys.find(former)).isEmpty();
        assertThat(keys.inUse(ada))
                .hasValueSatisfying(key -> assertThat(key.id()).isEqualTo(next.id()));
    }

    private UUID given(SecretOwner owner, String provider, UUID by) {
        var key = givenKey(owner.workspaceId());
        asSystem();
        var secret = secret(owner, provider, by, key);
        secrets.add(secret);
        commit();
        return secret.id();
    }

    private UUID givenKey(UUID workspaceId) {
        asSystem();
        keys.addMasterKey("0123456789abcdef", NOON);
        keys.add(wrapped(workspaceId));
        var id = keys.inUse(workspaceId).orElseThrow().id();
        commit();
        return id;
    }

    private UUID givenMember(UUID workspaceId, String role) {
        var person = givenWorkspace();
        asSystem();
        entities.createNativeQuery("insert into workspace_members (workspace_id, user_id, role, joined_at)"
                        + " values (?1, ?2, ?3, now())")
                .setParameter(1, workspaceId)
                .setParameter(2, person)
                .setParameter(3, role)
                .executeUpdate();
        commit();
        return person;
    }

    private static WrappedKey wrapped(UUID workspaceId) {
        return new WrappedKey(UUID.randomUUID(), workspaceId, "0123456789abcdef", new byte[60], NOON);
    }

    private static Secret secret(SecretOwner owner, String provider, UUID by, UUID key) {
        return new Secret(UUID.randomUUID(), owner, provider, value(key), by, NOON);
    }

    private static SealedValue value(UUID key) {
        return new SealedValue(key, "s1.sealed", "0123456789abcdef", "cdef", JsonNodeFactory.instance.objectNode());
    }

    private long count() {
        return ((Number) entities.createNativeQuery("select count(*) from secrets")
                        .getSingleResult())
                .longValue();
    }

    private int change(UUID id) {
        return entities.createNativeQuery("update secrets set description = 'x' where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
