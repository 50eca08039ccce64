package io.whetstone.task.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of tasks. Claims skip what other workers are just claiming, so workers never wait for each other. */
@Dependent
public class TaskRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(Task task) {
        entities.persist(task);
    }

    public Optional<Task> find(UUID workspaceId, UUID id) {
        return Optional.ofNullable(entities.find(Task.class, id))
                .filter(task -> task.workspaceId().equals(workspaceId));
    }

    /** Waits for other changes of this task. For work of the system, which knows the id from a claim. */
    public Optional<Task> lock(UUID id) {
        return Optional.ofNullable(entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the tasks that are due, or whose lease has run out, oldest first, until the end of the transaction. */
    public List<Task> due(Collection<String> kinds, Instant now, int limit) {
        List<?> found = entities.createNativeQuery(
                        "select * from tasks where kind = any (string_to_array(?1, ','))"
                                + " and (status = 'pending' and due_at <= ?2 or status = 'running' and leased_until < ?2)"
                                + " order by due_at, id limit ?3 for update skip locked",
                        Task.class)
                .setParameter(1, String.join(",", kinds))
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, limit)
                .getResultList();
        return found.stream().map(Task.class::cast).toList();
    }

    /** Renews the leases that the worker still holds and returns their tasks' ids with the wish to cancel. */
    public List<Held> renew(UUID worker, Instant until) {
        List<?> rows = entities.createNativeQuery("update tasks set leased_until = ?2"
                        + " where lease_owner = ?1 and status = 'running' returning id, cancel_requested")
                .setParameter(1, worker)
                .setParameter(2, Timestamp.from(until))
                .getResultList();
        return rows.stream().map(row -> held((Object[]) row)).toList();
    }

    /** How many tasks are in a status; counted over all workspaces. */
    public long count(TaskStatus status) {
        return entities.createQuery("select count(t) from Task t where t.status = :status", Long.class)
                .setParameter("status", status)
                .getSingleResult();
    }

    public List<UUID> finishedBefore(Instant limit, int most) {
        return entities.createQuery(
                        "select t.id from Task t where t.finishedAt < :limit order by t.finishedAt", UUID.class)
                .setParameter("limit", limit)
                .setMaxResults(most)
                .getResultList();
    }

    public void delete(Collection<UUID> ids) {
        entities.createQuery("delete from Task t where t.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    public void flush() {
        entities.flush();
    }

    /** A task that its worker still holds. */
    public record Held(UUID id, boolean cancelRequested) {}

    private static Held held(Object[] row) {
        return new Held((UUID) row[0], (Boolean) row[1]);
    }
}
