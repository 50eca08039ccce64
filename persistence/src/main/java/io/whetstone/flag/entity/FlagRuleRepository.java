package io.whetstone.flag.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of all flags; only the installation itself and its administrators see them. */
@Dependent
public class FlagRuleRepository {
    /** Far more than anybody keeps: rules are few. */
    private static final int MOST = 2_000;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The oldest first. */
    public List<FlagRule> all() {
        return entities.createQuery("select r from FlagRule r order by r.createdAt, r.id", FlagRule.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    public Optional<FlagRule> lock(UUID id) {
        return Optional.ofNullable(entities.find(FlagRule.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public boolean exists(String flag, FlagRuleKind kind, String target) {
        return !entities.createQuery(
                        "select r.id from FlagRule r where r.flag = :flag and r.kind = :kind and r.target = :target")
                .setParameter("flag", flag)
                .setParameter("kind", kind)
                .setParameter("target", target)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void add(FlagRule rule) {
        entities.persist(rule);
        entities.flush();
    }

    public void remove(FlagRule rule) {
        entities.remove(rule);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    /** Active people, the oldest account first. */
    public List<FlagPerson> people(int most) {
        var rows = entities.createNativeQuery(
                        "select cast(u.id as text), u.email, (select coalesce(string_agg(distinct w.plan, '/'), '')"
                                + " from workspace_members m join workspaces w on w.id = m.workspace_id"
                                + " where m.user_id = u.id) from users u where u.status = 'active'"
                                + " order by u.created_at, u.id limit ?1")
                .setParameter(1, most)
                .getResultList();
        return ((List<?>) rows)
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> new FlagPerson(
                                UUID.fromString((String) row[0]),
                                (String) row[1],
                                List.of(((String) row[2]).split("/", -1))))
                        .toList();
    }
}
