package io.whetstone.audit.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the audit log: added with the change that they tell of, and read by administrators. */
@Dependent
public class AuditRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(AuditEvent event) {
        entities.persist(event);
    }

    /** Up to {@code limit + 1} rows, the newest first. */
    @SuppressWarnings("unchecked") // the type of a native query is in its second argument
    public List<AuditEvent> newest(AuditFilter filter, @Nullable Cursor after, int limit) {
        var where = new AuditConditions(filter, after);
        var query = entities.createNativeQuery(
                "select * from audit_events e where " + where.sql() + " order by e.at desc, e.id desc",
                AuditEvent.class);
        for (int i = 0; i < where.values().size(); i++) {
            query.setParameter(i + 1, where.values().get(i));
        }
        return query.setMaxResults(limit + 1).getResultList();
    }
}
