package io.whetstone.training.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Training jobs: the lists of people and the queue of the nodes. */
@ApplicationScoped
public class TrainingJobRepository {
    private static final List<JobStatus> OPEN =
            List.of(JobStatus.QUEUED, JobStatus.PENDING, JobStatus.RUNNING, JobStatus.PAUSED);
    private static final List<JobStatus> HELD = List.of(JobStatus.PENDING, JobStatus.RUNNING);

    @PersistenceContext(unitName = "whetstone")
    EntityManager em;

    public void add(TrainingJob job) {
        em.persist(job);
    }

    public void flush() {
        em.flush();
    }

    public Optional<TrainingJob> find(UUID workspaceId, UUID id) {
        return em.createQuery(
                        "select j from TrainingJob j where j.workspaceId = :workspace and j.id = :id",
                        TrainingJob.class)
                .setParameter("workspace", workspaceId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The job of the workspace, locked: nobody else changes it until the transaction ends. */
    public Optional<TrainingJob> findLocked(UUID workspaceId, UUID id) {
        return find(workspaceId, id).map(job -> {
            em.refresh(job, LockModeType.PESSIMISTIC_WRITE);
            return job;
        });
    }

    /** Any job, locked, for the system's own work. */
    public Optional<TrainingJob> lock(UUID id) {
        return Optional.ofNullable(em.find(TrainingJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first; one more than {@code limit} so that the caller sees whether there is a next page. */
    public List<TrainingJob> page(UUID workspaceId, @Nullable JobStatus status, @Nullable Cursor after, int limit) {
        var text = "select j from TrainingJob j where j.workspaceId = :workspace"
                + (status == null ? "" : " and j.status = :status")
                + (after == null ? "" : " and (j.createdAt < :at or (j.createdAt = :at and j.id < :afterId))")
                + " order by j.createdAt desc, j.id desc";
        var query = em.createQuery(text, TrainingJob.class)
                .setParameter("workspace", workspaceId)
                .setMaxResults(limit + 1);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("afterId", after.id());
        }
        return query.getResultList();
    }

    /** Takes the oldest waiting job; two nodes that ask at once get two different ones. */
    public Optional<TrainingJob> takeOldestQueued() {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em
                .createNativeQuery(
                        "select cast(id as text) from training_jobs where status = 'queued' order by created_at, id"
                                + " limit 1 for update skip locked")
                .getResultList()
                .stream()
                .map(id -> UUID.fromString((String) id))
                .toList();
        return ids.stream().findFirst().flatMap(this::lock);
    }

    /** A workspace other than this one with a job on a base that has not ended. */
    public Optional<UUID> workspaceUsing(UUID baseModelId, UUID otherThan) {
        return em.createQuery(
                        "select j.workspaceId from TrainingJob j where j.modelId = :base"
                                + " and j.workspaceId <> :workspace and j.status in :open order by j.createdAt, j.id",
                        UUID.class)
                .setParameter("base", baseModelId)
                .setParameter("workspace", otherThan)
                .setParameter("open", OPEN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The jobs that a node holds, in the order of their making. */
    public List<TrainingJob> heldBy(String node) {
        return em.createQuery(
                        "select j from TrainingJob j where j.hold.node = :node and j.status in :held"
                                + " order by j.createdAt",
                        TrainingJob.class)
                .setParameter("node", node)
                .setParameter("held", HELD)
                .getResultList();
    }

    /** Jobs whose node has not been heard of since {@code before}. */
    public List<TrainingJob> abandoned(Instant before) {
        return em.createQuery(
                        "select j from TrainingJob j where j.status in :held and j.hold.leaseUntil < :before",
                        TrainingJob.class)
                .setParameter("held", HELD)
                .setParameter("before", before)
                .getResultList();
    }

    /** How many jobs of all workspaces wait before this one. */
    public int ahead(TrainingJob job) {
        var count = (Number) em.createNativeQuery("select training_jobs_ahead(?1)")
                .setParameter(1, job.createdAt().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return count.intValue();
    }

    public List<UUID> idsOf(UUID workspaceId) {
        return em.createQuery("select j.id from TrainingJob j where j.workspaceId = :workspace", UUID.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    public long count(JobStatus status) {
        return em.createQuery("select count(j) from TrainingJob j where j.status = :status", Long.class)
                .setParameter("status", status)
                .getSingleResult();
    }

    /** Tokens per second of the newest completed jobs of a model in the workspace, newest first. */
    public List<Double> measuredSpeeds(UUID workspaceId, UUID modelId, int limit) {
        return em.createQuery(
                        "select j.progress.tokensPerSecond from TrainingJob j where j.workspaceId = :workspace"
                                + " and j.modelId = :model and j.status = :completed"
                                + " and j.progress.tokensPerSecond is not null order by j.createdAt desc",
                        Double.class)
                .setParameter("workspace", workspaceId)
                .setParameter("model", modelId)
                .setParameter("completed", JobStatus.COMPLETED)
                .setMaxResults(limit)
                .getResultList();
    }
}
