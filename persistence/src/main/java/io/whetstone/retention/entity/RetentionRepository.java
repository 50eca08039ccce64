package io.whetstone.retention.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Removes the kernel's own rows that have had their time: delivered messages and answers to repeated requests. */
@Dependent
public class RetentionRepository {
    private static final String DELIVERED = " from outbox where delivered_at < ?1";
    private static final String ANSWERED = " from idempotency_keys where created_at < ?1";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public boolean hasDeliveredBefore(Instant limit) {
        return exists(DELIVERED, limit);
    }

    public void removeDeliveredBefore(Instant limit, int most) {
        remove(
                "delete from outbox where id in (select id" + DELIVERED + " order by delivered_at limit ?2)",
                limit,
                most);
    }

    public boolean hasKeysBefore(Instant limit) {
        return exists(ANSWERED, limit);
    }

    public void removeKeysBefore(Instant limit, int most) {
        remove(
                "delete from idempotency_keys where ctid = any (array(select ctid" + ANSWERED
                        + " order by created_at limit ?2))",
                limit,
                most);
    }

    private boolean exists(String from, Instant limit) {
        return !entities.createNativeQuery("select 1" + from + " limit 1")
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    private void remove(String sql, Instant limit, int most) {
        entities.createNativeQuery(sql)
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }
}
