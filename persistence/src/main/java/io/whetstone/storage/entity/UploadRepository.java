package io.whetstone.storage.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The uploads of all workspaces. */
@Dependent
public class UploadRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(Upload upload) {
        entities.persist(upload);
    }

    public Optional<Upload> find(UUID workspaceId, UUID id) {
        return Optional.ofNullable(entities.find(Upload.class, id))
                .filter(upload -> upload.workspaceId().equals(workspaceId));
    }

    /** Whether any workspace has an upload with this id, in whatever state. */
    public boolean isKnown(UUID id) {
        return entities.find(Upload.class, id) != null;
    }

    /** Waits for other changes of this upload. */
    public Optional<Upload> lock(UUID workspaceId, UUID id) {
        return Optional.ofNullable(entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(upload -> upload.workspaceId().equals(workspaceId));
    }

    /** For work of the system, which knows the id from its own rows. */
    public Optional<Upload> lock(UUID id) {
        return Optional.ofNullable(entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** How many uploads of a workspace nobody has taken yet. */
    public long countOpen(UUID workspaceId, Instant now) {
        return entities.createQuery(
                        "select count(u) from Upload u where u.workspaceId = :workspace and u.discarded = false"
                                + " and u.expiresAt > :now",
                        Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** What may be removed: discarded or expired, of all workspaces, the oldest first. */
    public List<Upload> removable(Instant now, int most) {
        return entities.createQuery(
                        "select u from Upload u where u.discarded = true or u.expiresAt <= :now order by u.expiresAt, u.id",
                        Upload.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public void delete(Collection<UUID> ids) {
        entities.createQuery("delete from Upload u where u.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    public void flush() {
        entities.flush();
    }
}
