package io.whetstone.apikey.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys whose person is to be told of their end: 14 days before, 3 days before, and when it came. What was missed is not
 * made up for, and a key that was made so near its end is not told of there.
 */
@Dependent
public class KeyEndingRepository {
    private static final String NOW = "cast(?1 as timestamptz)";
    private static final String STAGE = "case when k.expires_at <= " + NOW + " then 3" + " when k.expires_at <= " + NOW
            + " + interval '72 hours' then 2 else 1 end";
    private static final String DUE = "k.revoked_at is null and k.expires_at <= " + NOW + " + interval '336 hours'"
            + " and k.expires_at > " + NOW + " - interval '336 hours'"
            + " and (k.told_end is distinct from k.expires_at or k.told_stage < " + STAGE + ")"
            + " and k.created_at <= k.expires_at - case " + STAGE
            + " when 1 then interval '336 hours' when 2 then interval '72 hours' else interval '0' end";
    private static final String FIND = "select k.id from api_keys k where " + DUE + " order by k.expires_at limit ?2";
    private static final String TAKE = "update api_keys k set told_end = k.expires_at, told_stage = " + STAGE
            + " where k.id = ?2 and " + DUE + " returning k.workspace_id, k.user_id, k.name, k.expires_at";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** A key of which its person is to be told. */
    public record Ending(UUID workspaceId, UUID userId, String name, Instant end) {}

    public List<UUID> due(Instant now, int most) {
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Notes that the person is told; empty when another transaction was first. */
    public Optional<Ending> take(UUID keyId, Instant now) {
        List<?> rows = entities.createNativeQuery(TAKE)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, keyId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Ending((UUID) row[0], (UUID) row[1], (String) row[2], ((Timestamp) row[3]).toInstant()))
                .findFirst();
    }
}
