package io.whetstone.activity.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people did, workspace by workspace. */
@Dependent
public class ActivityRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** What to look for; null where it does not matter. */
    public record Filter(@Nullable UUID person, @Nullable String kind) {}

    public void add(Activity activity) {
        entities.persist(activity);
        entities.flush();
    }

    /** Newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Activity> newest(UUID workspaceId, Filter filter, @Nullable Cursor after, int limit) {
        var jpql = new StringBuilder("select a from Activity a where a.workspaceId = :workspace");
        jpql.append(filter.person() == null ? "" : " and a.actorId = :person");
        jpql.append(filter.kind() == null ? "" : " and a.kind = :kind");
        jpql.append(after == null ? "" : " and (a.at < :at or (a.at = :at and a.id < :before))");
        var query = entities.createQuery(
                        jpql.append(" order by a.at desc, a.id desc").toString(), Activity.class)
                .setParameter("workspace", workspaceId)
                .setMaxResults(limit + 1);
        if (filter.person() != null) {
            query.setParameter("person", filter.person());
        }
        if (filter.kind() != null) {
            query.setParameter("kind", filter.kind());
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("before", after.id());
        }
        return query.getResultList();
    }

    public boolean hasBefore(Instant limit) {
        return (boolean) entities.createNativeQuery("select exists (select from activities where at < ?1)")
                .setParameter(1, Timestamp.from(limit))
                .getSingleResult();
    }

    public void forget(Instant limit, int most) {
        entities.createNativeQuery("delete from activities where id in"
                        + " (select id from activities where at < ?1 order by at limit ?2)")
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }
}
