package io.whetstone.apikey.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How many tokens each key has used in a month, over all nodes. A month is named by its first day. */
@Dependent
public class KeyMonthRepository {
    private static final String ADD = "with counted as (insert into api_key_uses (id, counted_at) values (?4, now())"
            + " on conflict do nothing returning id)"
            + " insert into api_key_months (key_id, month, used)"
            + " select k.id, ?2, ?3 from api_keys k, counted where k.id = ?1"
            + " on conflict (key_id, month) do update set used = api_key_months.used + excluded.used";
    private static final String BUDGET = "select k.monthly_tokens, coalesce(m.used, 0) from api_keys k"
            + " left join api_key_months m on m.key_id = k.id and m.month = ?2"
            + " where k.id = ?1 and k.monthly_tokens is not null";
    private static final String USED =
            "select key_id, used from api_key_months where month = ?1 and key_id = any (cast(?2 as uuid[]))";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** A key's budget of a month, and what is used of it. */
    public record Budget(long limit, long used) {
        public boolean isUsedUp() {
            return used >= limit;
        }
    }

    /**
     * Adds to what was used, in one statement: requests that end at once are all counted, and each use once, however
     * often it is told.
     */
    public void add(UUID useId, UUID keyId, LocalDate month, long tokens) {
        entities.createNativeQuery(ADD)
                .setParameter(1, keyId)
                .setParameter(2, Date.valueOf(month))
                .setParameter(3, tokens)
                .setParameter(4, useId)
                .executeUpdate();
    }

    /** Empty when nothing limits the key. */
    public Optional<Budget> budget(UUID keyId, LocalDate month) {
        List<?> rows = entities.createNativeQuery(BUDGET)
                .setParameter(1, keyId)
                .setParameter(2, Date.valueOf(month))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Budget(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                .findFirst();
    }

    /** What each of these keys has used; those that have used nothing are left out. */
    public Map<UUID, Long> used(Collection<UUID> keyIds, LocalDate month) {
        var ids = "{%s}"
                .formatted(String.join(",", keyIds.stream().map(UUID::toString).toList()));
        List<?> rows = entities.createNativeQuery(USED)
                .setParameter(1, Date.valueOf(month))
                .setParameter(2, ids)
                .getResultList();
        var used = new HashMap<UUID, Long>();
        rows.stream().map(Object[].class::cast).forEach(row -> used.put((UUID) row[0], ((Number) row[1]).longValue()));
        return used;
    }
}
