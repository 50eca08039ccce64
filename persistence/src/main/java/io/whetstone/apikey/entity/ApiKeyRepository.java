package io.whetstone.apikey.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of a workspace: a person's own, or those of all its people. */
@Dependent
public class ApiKeyRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(ApiKey key) {
        entities.persist(key);
    }

    public void flush() {
        entities.flush();
    }

    /** By the part of its text that is no secret, for the check of a request. */
    public Optional<ApiKey> byPublicId(String publicId) {
        return entities.createQuery("select k from ApiKey k where k.publicId = :id", ApiKey.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** Any key, for the check of what was made with it. */
    public Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(entities.find(ApiKey.class, id));
    }

    public Optional<ApiKey> find(UUID workspaceId, UUID id) {
        return query(workspaceId, id).getResultStream().findFirst();
    }

    /** The same, for a change. */
    public Optional<ApiKey> lock(UUID workspaceId, UUID id) {
        return query(workspaceId, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public boolean hasName(UUID workspaceId, UUID userId, String name) {
        return entities.createQuery(
                                "select count(k) from ApiKey k where k.workspaceId = :workspace and k.userId = :user"
                                        + " and lower(k.name) = lower(:name) and k.revokedAt is null",
                                Long.class)
                        .setParameter("workspace", workspaceId)
                        .setParameter("user", userId)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    /**
     * Newest first; {@code limit + 1} rows tell whether there are more.
     *
     * @param userId only this person's; null for everybody's
     */
    public List<ApiKey> newest(UUID workspaceId, @Nullable UUID userId, @Nullable Cursor after, int limit) {
        var where = (userId == null ? "" : " and k.userId = :user")
                + (after == null ? "" : " and (k.createdAt < :at or (k.createdAt = :at and k.id < :after))");
        var query = entities.createQuery(
                        "select k from ApiKey k where k.workspaceId = :workspace" + where
                                + " order by k.createdAt desc, k.id desc",
                        ApiKey.class)
                .setParameter("workspace", workspaceId)
                .setMaxResults(limit + 1);
        if (userId != null) {
            query.setParameter("user", userId);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("after", after.id());
        }
        return query.getResultList();
    }

    private jakarta.persistence.TypedQuery<ApiKey> query(UUID workspaceId, UUID id) {
        return entities.createQuery(
                        "select k from ApiKey k where k.id = :id and k.workspaceId = :workspace", ApiKey.class)
                .setParameter("id", id)
                .setParameter("workspace", workspaceId);
    }
}
