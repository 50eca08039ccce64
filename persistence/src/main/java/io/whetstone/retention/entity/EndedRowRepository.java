package io.whetstone.retention.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Finds and removes rows that have ended. */
@Dependent
public class EndedRowRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public boolean exist(EndedRows rows, Instant limit) {
        return !entities.createNativeQuery(rows.existence())
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    /** Removes up to {@code most} of those that ended before then, the oldest first. */
    public void remove(EndedRows rows, Instant limit, int most) {
        entities.createNativeQuery(rows.removal())
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }
}
