package io.whetstone.kernel;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers given to requests that carried an idempotency key. */
@Dependent
public class IdempotencyRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** What is stored under a key; status, location and body are absent while the first request is at work. */
    public record Stored(
            String fingerprint,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body) {}

    /** Takes the key; false when it was taken before. */
    public boolean take(UUID workspaceId, UUID userId, String key, String fingerprint, Instant now) {
        return entities.createNativeQuery(
                                "insert into idempotency_keys (workspace_id, user_id, key, fingerprint, created_at)"
                                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, workspaceId)
                        .setParameter(2, userId)
                        .setParameter(3, key)
                        .setParameter(4, fingerprint)
                        .setParameter(5, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    public Optional<Stored> find(UUID workspaceId, UUID userId, String key) {
        List<?> rows = entities.createNativeQuery("select fingerprint, status, location, body from idempotency_keys"
                        + " where workspace_id = ?1 and user_id = ?2 and key = ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, userId)
                .setParameter(3, key)
                .getResultList();
        return rows.stream().map(row -> stored((Object[]) row)).findFirst();
    }

    public void answer(UUID workspaceId, UUID userId, String key, Stored answer) {
        entities.createNativeQuery("update idempotency_keys set status = ?4, location = ?5, body = ?6"
                        + " where workspace_id = ?1 and user_id = ?2 and key = ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, userId)
                .setParameter(3, key)
                .setParameter(4, answer.status())
                .setParameter(5, answer.location())
                .setParameter(6, answer.body())
                .executeUpdate();
    }

    /** Gives the key back after a request that changed nothing. */
    public void release(UUID workspaceId, UUID userId, String key) {
        entities.createNativeQuery("delete from idempotency_keys where workspace_id = ?1 and user_id = ?2 and key = ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, userId)
                .setParameter(3, key)
                .executeUpdate();
    }

    private static Stored stored(Object[] row) {
        var status = row[1] == null ? null : (Integer) ((Number) row[1]).intValue();
        return new Stored((String) row[0], status, (String) row[2], (String) row[3]);
    }
}
