package io.whetstone.training.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What jobs left behind: metrics by step and checkpoints. */
@ApplicationScoped
public class TrainingRecordRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager em;

    public void add(TrainingMetric metric) {
        em.persist(metric);
    }

    public void add(TrainingCheckpoint checkpoint) {
        em.persist(checkpoint);
    }

    public void remove(TrainingCheckpoint checkpoint) {
        em.remove(checkpoint);
    }

    /** Removes a row at once, so that another of the same step can take its place. */
    public void replace(TrainingCheckpoint former) {
        em.remove(former);
        em.flush();
    }

    public Optional<TrainingMetric> metric(UUID workspaceId, UUID jobId, int step) {
        return em.createQuery(
                        "select m from TrainingMetric m where m.workspaceId = :workspace and m.jobId = :job"
                                + " and m.step = :step",
                        TrainingMetric.class)
                .setParameter("workspace", workspaceId)
                .setParameter("job", jobId)
                .setParameter("step", step)
                .getResultStream()
                .findFirst();
    }

    /** In the order of the steps, those after {@code afterStep}. */
    public List<TrainingMetric> metrics(UUID workspaceId, UUID jobId, int afterStep, int limit) {
        return em.createQuery(
                        "select m from TrainingMetric m where m.workspaceId = :workspace and m.jobId = :job"
                                + " and m.step > :after order by m.step",
                        TrainingMetric.class)
                .setParameter("workspace", workspaceId)
                .setParameter("job", jobId)
                .setParameter("after", afterStep)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Newest first. The trainer keeps a handful, so there is no paging. */
    public List<TrainingCheckpoint> checkpoints(UUID workspaceId, UUID jobId) {
        return em.createQuery(
                        "select c from TrainingCheckpoint c where c.workspaceId = :workspace and c.jobId = :job"
                                + " order by c.step desc",
                        TrainingCheckpoint.class)
                .setParameter("workspace", workspaceId)
                .setParameter("job", jobId)
                .setMaxResults(1000)
                .getResultList();
    }
}
