package io.whetstone.training.config.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The training configurations of a workspace. */
@Dependent
public class TrainingConfigurationRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(TrainingConfiguration configuration) {
        entities.persist(configuration);
    }

    public void remove(TrainingConfiguration configuration) {
        entities.remove(configuration);
    }

    public void flush() {
        entities.flush();
    }

    public Optional<TrainingConfiguration> find(UUID workspaceId, UUID id) {
        return entities.createQuery(
                        "select c from TrainingConfiguration c where c.workspaceId = :workspace and c.id = :id",
                        TrainingConfiguration.class)
                .setParameter("workspace", workspaceId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * Newest first; {@code limit + 1} rows tell whether there are more.
     *
     * @param search part of the name in any case; empty for all
     */
    public List<TrainingConfiguration> newest(UUID workspaceId, String search, @Nullable Cursor after, int limit) {
        var query = entities.createQuery(
                        "select c from TrainingConfiguration c where c.workspaceId = :workspace"
                                + " and lower(c.name) like :name escape '!'"
                                + (after == null
                                        ? ""
                                        : " and (c.createdAt < :at or (c.createdAt = :at and c.id < :after))")
                                + " order by c.createdAt desc, c.id desc",
                        TrainingConfiguration.class)
                .setParameter("workspace", workspaceId)
                .setParameter("name", "%" + search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("after", after.id());
        }
        return query.getResultList();
    }
}
