package io.whetstone.secret.entity;

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

/** The wrapped data keys and the fingerprints of the master keys. Only the installation itself sees them. */
@Dependent
public class KeyRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public Optional<WrappedKey> find(UUID id) {
        return Optional.ofNullable(entities.find(WrappedKey.class, id));
    }

    /** The key that seals new texts of this workspace, or of the installation. */
    public Optional<WrappedKey> inUse(@Nullable UUID workspaceId) {
        var query = workspaceId == null
                ? entities.createNamedQuery(WrappedKey.IN_USE_OF_INSTALLATION, WrappedKey.class)
                : entities.createNamedQuery(WrappedKey.IN_USE, WrappedKey.class).setParameter("workspace", workspaceId);
        return query.getResultStream().findFirst();
    }

    public Optional<WrappedKey> lock(UUID id) {
        return Optional.ofNullable(entities.find(WrappedKey.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void flush() {
        entities.flush();
    }

    public void dropUnused(UUID workspaceId) {
        entities.createNativeQuery("delete from data_keys k where workspace_id = ?1 and retired_at is not null"
                        + " and not exists (select from secrets where data_key_id = k.id)")
                .setParameter(1, workspaceId)
                .executeUpdate();
    }

    /** Stores a key unless another node was faster; false when it was. */
    public boolean add(WrappedKey key) {
        return entities.createNativeQuery("insert into data_keys (id, workspace_id, master_key_id, wrapped, created_at)"
                                + " values (?1, cast(?2 as uuid), ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, key.id())
                        .setParameter(2, key.workspaceId() == null ? null : String.valueOf(key.workspaceId()))
                        .setParameter(3, key.masterKeyId())
                        .setParameter(4, key.wrapped())
                        .setParameter(5, Timestamp.from(key.createdAt()))
                        .executeUpdate()
                == 1;
    }

    /**
     * The master key that new data keys are wrapped with. Its row stays locked against a rotation until the transaction
     * ends, so that no data key is wrapped by a key that was just retired.
     */
    public Optional<String> lockMasterKey() {
        List<?> ids = entities.createNativeQuery("select id from master_keys where superseded_at is null for share")
                .getResultList();
        return ids.stream().map(String.class::cast).findFirst();
    }

    /** Makes the first master key known, unless another node was faster. */
    public void addMasterKey(String id, Instant now) {
        entities.createNativeQuery("insert into master_keys (id, created_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
    }
}
