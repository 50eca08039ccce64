package io.whetstone.dataset.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The versions of datasets and the problems that were found in their files. */
@Dependent
public class DatasetVersionRepository {
    private static final String UNCOUNTED = "select id from dataset_versions where status = 'ready'"
            + " and statistics ->> 'tokens' is null order by created_at limit ?1";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(DatasetVersion version) {
        entities.persist(version);
    }

    public void add(DatasetProblem problem) {
        entities.persist(problem);
    }

    public Optional<DatasetVersion> find(UUID workspaceId, UUID datasetId, int number) {
        return entities.createNamedQuery(DatasetVersion.FIND, DatasetVersion.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("datasetId", datasetId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The version of each of these datasets that is shown, by the id of the dataset. */
    public Map<UUID, DatasetVersion> shown(UUID workspaceId, Collection<UUID> datasetIds) {
        if (datasetIds.isEmpty()) {
            return Map.of();
        }
        return entities.createNamedQuery(DatasetVersion.SHOWN, DatasetVersion.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("ids", datasetIds)
                .getResultStream()
                .collect(Collectors.toMap(DatasetVersion::datasetId, Function.identity()));
    }

    /** A version, named by its dataset and its number. */
    public record Numbered(UUID datasetId, int number) {}

    /** Those of a workspace whose rows can be read. */
    public List<Numbered> readyOf(UUID workspaceId) {
        return entities.createQuery(
                        "select v.datasetId, v.number from DatasetVersion v where v.workspaceId = :workspaceId"
                                + " and v.status = :ready order by v.datasetId, v.number",
                        Object[].class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("ready", DatasetStatus.READY)
                .getResultStream()
                .map(row -> new Numbered((UUID) row[0], (int) row[1]))
                .toList();
    }

    /** Newest first, those before a number; {@code limit + 1} rows tell whether there are more. */
    public List<DatasetVersion> ofDataset(UUID workspaceId, UUID datasetId, int before, int limit) {
        return entities.createNamedQuery(DatasetVersion.OF_DATASET, DatasetVersion.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("datasetId", datasetId)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** In the order of the file from a position on; {@code limit + 1} rows tell whether there are more. */
    public List<DatasetProblem> problems(UUID workspaceId, UUID versionId, int from, int limit) {
        return entities.createNamedQuery(DatasetProblem.OF_VERSION, DatasetProblem.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("versionId", versionId)
                .setParameter("from", from)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** Any version, for the system's own work. */
    public Optional<DatasetVersion> any(UUID id) {
        return Optional.ofNullable(entities.find(DatasetVersion.class, id));
    }

    /** The same, for a change: waits for other changes of this version. */
    public Optional<DatasetVersion> lock(UUID id) {
        return Optional.ofNullable(entities.find(DatasetVersion.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Ready versions of all workspaces whose tokens are not counted, oldest first; for the system's own work. */
    @SuppressWarnings("unchecked")
    public List<UUID> uncounted(int limit) {
        return (List<UUID>)
                entities.createNativeQuery(UNCOUNTED).setParameter(1, limit).getResultList();
    }
}
