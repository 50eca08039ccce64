package io.whetstone.training.service.internal.supervision;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Rounds;
import io.whetstone.training.entity.JobError;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.TrainingJobChanged;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps as many trainers running on this node as it may: takes jobs from the queue, starts their trainers, and takes up
 * those that a server before this one left running.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrainerSupervisor {
    private static final Logger LOGGER = System.getLogger(TrainerSupervisor.class.getName());
    private static final int SWEEP_ROUNDS = 60;

    @Resource(lookup = "concurrent/training")
    ManagedExecutorService executor;

    @Inject
    Rounds rounds;

    @Inject
    TrainingQueue queue;

    @Inject
    TrainerDesk desk;

    @Inject
    TrainerLauncher launcher;

    @Inject
    JobFolders folders;

    private final Map<UUID, TrainerRun> runs = new ConcurrentHashMap<>();
    private int round;

    @PostConstruct
    void start() {
        rounds.every(Duration.ofSeconds(1), "training.round_failed", this::look);
    }

    @PreDestroy
    void stop() {
        rounds.end();
        runs.values().forEach(TrainerRun::abandon);
    }

    /** Acts on news of this node at once; news of others are seen by the next round. */
    public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrainingJobChanged change) {
        var run = runs.get(change.jobId());
        if (run != null && change.cancelRequested() && change.status().isHeld()) {
            run.stop();
        } else if (change.status() == JobStatus.QUEUED) {
            rounds.now();
        }
    }

    /** One round: jobs that are ours and nobody looks after, then new ones while there is room. */
    private synchronized void look() {
        queue.heldBy(folders.node()).stream()
                .filter(job -> !runs.containsKey(job.jobId()))
                .forEach(this::adopt);
        while (runs.size() < desk.capacity()) {
            var job = queue.claim(folders.node());
            if (job.isEmpty()) {
                break;
            }
            launch(job.get());
        }
        if (round++ % SWEEP_ROUNDS == 0) {
            queue.sweep();
        }
    }

    private void adopt(TrainingQueue.Held job) {
        var folder = folders.of(job.jobId());
        var noted = TrainerProcess.noted(folder.pid());
        if (job.status() == JobStatus.PENDING && noted.isEmpty()) {
            queue.release(job.jobId());
            return;
        }
        var process = noted.orElseGet(() -> TrainerProcess.remembered(job.pid(), job.startedAt()));
        queue.started(job.jobId(), process.pid(), process.startedAt());
        LOGGER.log(Level.INFO, "training.adopted id={0} alive={1}", job.jobId(), process.isAlive());
        watch(job, process);
    }

    private void launch(TrainingQueue.Held job) {
        var folder = folders.of(job.jobId());
        try {
            var order = queue.order(job.jobId());
            if (order.isPresent()) {
                var process = launcher.launch(order.get(), folder);
                queue.started(job.jobId(), process.pid(), process.startedAt());
                watch(job, process);
            }
        } catch (IOException | ProblemException failure) {
            LOGGER.log(Level.WARNING, "training.launch_failed id=" + job.jobId(), failure);
            queue.gone(job.jobId(), new JobError("launch_failed", String.valueOf(failure.getMessage()), null));
        }
    }

    private void watch(TrainingQueue.Held job, TrainerProcess process) {
        var run = desk.run(job, process);
        runs.put(job.jobId(), run);
        try {
            executor.execute(() -> follow(job.jobId(), run));
        } catch (RejectedExecutionException full) {
            // The trainer goes on alone; the next round tries to look after it again.
            runs.remove(job.jobId());
            LOGGER.log(Level.WARNING, "training.unwatched id=" + job.jobId(), full);
        }
    }

    private void follow(UUID jobId, TrainerRun run) {
        try {
            run.run();
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        } finally {
            runs.remove(jobId);
        }
        rounds.now();
    }
}
