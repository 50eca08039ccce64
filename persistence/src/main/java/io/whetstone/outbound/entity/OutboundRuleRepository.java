package io.whetstone.outbound.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbound rules of this installation. They belong to no workspace: only the system's own work sees them. */
@Dependent
public class OutboundRuleRepository {
    /** More rules than this are refused: all of them are kept in memory. */
    public static final int MOST = 1000;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(OutboundRule rule) {
        entities.persist(rule);
    }

    public void remove(OutboundRule rule) {
        entities.remove(rule);
    }

    public Optional<OutboundRule> find(UUID id) {
        return Optional.ofNullable(entities.find(OutboundRule.class, id));
    }

    /** Waits for other changes of this rule. */
    public Optional<OutboundRule> lock(UUID id) {
        return Optional.ofNullable(entities.find(OutboundRule.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The rule for exactly this target and port. */
    public Optional<OutboundRule> findSame(String target, @Nullable Integer port) {
        return entities.createNamedQuery(OutboundRule.SAME, OutboundRule.class)
                .setParameter("target", target)
                .setParameter("port", port == null ? 0 : port)
                .setParameter("any", port == null)
                .getResultStream()
                .findFirst();
    }

    /** Newest first; {@code limit + 1} rows tell whether there are more. */
    public List<OutboundRule> newest(@Nullable Cursor after, int limit) {
        var query = after == null
                ? entities.createNamedQuery(OutboundRule.NEWEST, OutboundRule.class)
                : entities.createNamedQuery(OutboundRule.NEWEST_AFTER, OutboundRule.class)
                        .setParameter("at", after.at())
                        .setParameter("id", after.id());
        return query.setMaxResults(limit + 1).getResultList();
    }

    /** All rules, of which there are at most {@value #MOST}. */
    public List<OutboundRule> all() {
        return newest(null, MOST);
    }

    public long count() {
        return entities.createQuery("select count(r) from OutboundRule r", Long.class)
                .getSingleResult();
    }

    /** Lets one creation at a time pass, so that two of them cannot both miss the other's row. */
    public void lockAll() {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('outbound_rules'))")
                .getSingleResult();
    }

    public void flush() {
        entities.flush();
    }
}
