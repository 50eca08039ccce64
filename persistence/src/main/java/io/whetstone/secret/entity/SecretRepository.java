package io.whetstone.secret.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The secrets of workspaces and people; row-level security shows a person's own to nobody else. */
@Dependent
public class SecretRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(Secret secret) {
        entities.persist(secret);
    }

    public void remove(Secret secret) {
        entities.remove(secret);
    }

    /** A secret of this workspace or of this person. */
    public Optional<Secret> find(UUID workspaceId, UUID userId, UUID id) {
        return entities.createNamedQuery(Secret.FIND, Secret.class)
                .setParameter("id", id)
                .setParameter("workspace", workspaceId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /** Waits for other changes of this secret, so that two of them cannot both build on the old one. */
    public void lock(Secret secret) {
        entities.refresh(secret, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of this workspace and of this person, newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Secret> newest(UUID workspaceId, UUID userId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? entities.createNamedQuery(Secret.NEWEST, Secret.class)
                : entities.createNamedQuery(Secret.NEWEST_AFTER, Secret.class)
                        .setParameter("at", after.at())
                        .setParameter("after", after.id());
        return query.setParameter("workspace", workspaceId)
                .setParameter("user", userId)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    public Optional<Secret> ofPerson(String provider, UUID userId) {
        return entities.createNamedQuery(Secret.OF_PERSON, Secret.class)
                .setParameter("provider", provider)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Secret> ofWorkspace(String provider, UUID workspaceId) {
        return entities.createNamedQuery(Secret.OF_WORKSPACE, Secret.class)
                .setParameter("provider", provider)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .findFirst();
    }

    /** The owner's secret for a provider; others that ask for the same wait until this transaction ends. */
    public Optional<Secret> claim(SecretOwner owner, String provider) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "secret %s %s %s".formatted(owner.workspaceId(), owner.userId(), provider))
                .getResultList();
        var person = owner.userId();
        return person == null ? ofWorkspace(provider, owner.workspaceId()) : ofPerson(provider, person);
    }

    /** Some that another data key than this one seals, kept from other changes until the transaction ends. */
    public List<Secret> sealedWithAnotherKey(UUID workspaceId, UUID dataKeyId, int most) {
        return entities.createNamedQuery(Secret.SEALED_WITH_ANOTHER_KEY, Secret.class)
                .setParameter("workspace", workspaceId)
                .setParameter("key", dataKeyId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Keeps the same value under another key. It is plain SQL and no new version: nothing that a person would call a
     * change, and who is about to make one must not be refused for it.
     */
    public void reseal(UUID id, SealedValue value) {
        entities.createNativeQuery("update secrets set data_key_id = ?2, sealed = ?3, fingerprint = ?4,"
                        + " metadata = cast(?5 as jsonb) where id = ?1")
                .setParameter(1, id)
                .setParameter(2, value.dataKeyId())
                .setParameter(3, value.sealed())
                .setParameter(4, value.fingerprint())
                .setParameter(5, value.metadata().toString())
                .executeUpdate();
    }

    /**
     * Notes a use, at most once until {@code before} has passed: a busy secret must not cost a write each time. It is
     * plain SQL, since EclipseLink counts any other update as a change of the version.
     */
    public void used(UUID id, Instant now, Instant before) {
        entities.createNativeQuery("update secrets set last_used_at = ?2 where id = ?1"
                        + " and (last_used_at is null or last_used_at < ?3)")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(before))
                .executeUpdate();
    }

    public void flush() {
        entities.flush();
    }
}
