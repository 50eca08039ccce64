package io.whetstone.dataset.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The datasets of a workspace. */
@Dependent
public class DatasetRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(Dataset dataset) {
        entities.persist(dataset);
    }

    /** With it go its versions and their problems. */
    public void remove(Dataset dataset) {
        entities.remove(dataset);
    }

    public Optional<Dataset> find(UUID workspaceId, UUID id) {
        return entities.createNamedQuery(Dataset.FIND, Dataset.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Any dataset by its id, for the system's own work. */
    public Optional<Dataset> any(UUID id) {
        return Optional.ofNullable(entities.find(Dataset.class, id));
    }

    /** The same, for a change: waits for other changes of this dataset. */
    public Optional<Dataset> lock(UUID workspaceId, UUID id) {
        return entities.createNamedQuery(Dataset.FIND, Dataset.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Newest first; {@code limit + 1} rows tell whether there are more.
     *
     * @param search part of the name in any case; empty for all
     */
    public List<Dataset> newest(UUID workspaceId, String search, @Nullable Cursor after, int limit) {
        var query = after == null
                ? entities.createNamedQuery(Dataset.NEWEST, Dataset.class)
                : entities.createNamedQuery(Dataset.NEWEST_AFTER, Dataset.class)
                        .setParameter("at", after.at())
                        .setParameter("after", after.id());
        return query.setParameter("workspaceId", workspaceId)
                .setParameter("name", "%" + literal(search) + "%")
                .setMaxResults(limit + 1)
                .getResultList();
    }

    public void flush() {
        entities.flush();
    }

    private static String literal(String search) {
        return search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }
}
