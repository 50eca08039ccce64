package io.whetstone.identity.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts of this installation. They belong to no workspace: row-level security shows each person their own. */
@Dependent
public class UserRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(User user) {
        entities.persist(user);
    }

    public Optional<User> find(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    /** Those of these that there are, in no order. */
    public List<User> among(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select u from User u where u.id in :ids", User.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public Optional<User> findByEmail(String email) {
        return entities.createNamedQuery(User.BY_EMAIL, User.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** Newest first; {@code limit + 1} rows tell whether there are more. */
    public List<User> newest(@Nullable Cursor after, int limit) {
        var query = after == null
                ? entities.createNamedQuery(User.NEWEST, User.class)
                : entities.createNamedQuery(User.NEWEST_AFTER, User.class)
                        .setParameter("at", after.at())
                        .setParameter("id", after.id());
        return query.setMaxResults(limit + 1).getResultList();
    }

    /** Those whose name or address holds the text, newest first. */
    public List<User> search(String text, int limit) {
        var pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return entities.createNamedQuery(User.SEARCH, User.class)
                .setParameter("text", pattern)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count() {
        return entities.createNamedQuery(User.COUNT, Long.class).getSingleResult();
    }

    public long countAdministrators() {
        return entities.createNamedQuery(User.COUNT_ADMINISTRATORS, Long.class).getSingleResult();
    }

    /** Waits for other changes of this account, so that two of them cannot both see the old state. */
    public Optional<User> lock(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void flush() {
        entities.flush();
    }
}
