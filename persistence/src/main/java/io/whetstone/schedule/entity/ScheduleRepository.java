package io.whetstone.schedule.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** When regular work is next due. */
@Dependent
public class ScheduleRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Takes the turn if it is due and sets the next one; of several who ask at once, one gets it. */
    public boolean take(String name, Instant now, Instant next) {
        return entities.createNativeQuery("insert into schedules as s (name, next_at) values (?1, ?3)"
                                + " on conflict (name) do update set next_at = excluded.next_at where s.next_at <= ?2")
                        .setParameter(1, name)
                        .setParameter(2, Timestamp.from(now))
                        .setParameter(3, Timestamp.from(next))
                        .executeUpdate()
                == 1;
    }
}
