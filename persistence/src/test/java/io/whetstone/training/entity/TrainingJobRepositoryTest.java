package io.whetstone.training.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.training.entity.NewTrainingJob.DatasetRef;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingJobRepositoryTest extends PersistenceTest {
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    final TrainingJobRepository jobs = new TrainingJobRepository();
    final TrainingRecordRepository records = new TrainingRecordRepository();
    UUID workspace = new UUID(0, 0);

    @BeforeEach
    void emptyQueue() {
        jobs.em = entities;
        records.em = entities;
        workspace = givenWorkspace();
        asSystem();
        entities.createQuery("delete from TrainingJob j").executeUpdate();
        commit();
        asSystem();
    }

    @Test
    void the_oldest_waiting_job_is_taken_first_and_once() {
        var younger = added(NOW.plusSeconds(1));
        var older = added(NOW);

        var first = jobs.takeOldestQueued().orElseThrow();
        first.claim("node", NOW.plusSeconds(30));
        jobs.flush();
        var second = jobs.takeOldestQueued().orElseThrow();

        assertThat(first.id()).isEqualTo(older.id());
        assertThat(second.id()).isEqualTo(younger.id());
        assertThat(jobs.heldBy("node")).extracting(TrainingJob::id).containsExactly(older.id());
    }

    @Test
    void a_job_that_another_node_is_taking_is_passed_over() throws Exception {
        var job = added(NOW);
        commit();

        try (var other = owner()) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("select 1 from training_jobs where id = ? for update")) {
                lock.setObject(1, job.id());
                lock.executeQuery().close();
                asSystem();

                assertThat(jobs.takeOldestQueued()).isEmpty();
            }
            other.rollback();
        }
    }

    @Test
    void a_base_is_used_elsewhere_while_a_job_on_it_has_not_ended() {
        var elsewhere = givenWorkspace();
        asSystem();
        var job = added(NOW);

        assertThat(jobs.workspaceUsing(job.modelId(), elsewhere)).contains(workspace);
        assertThat(jobs.workspaceUsing(job.modelId(), workspace)).isEmpty();
        assertThat(jobs.workspaceUsing(UUID.randomUUID(), elsewhere)).isEmpty();
        job.cancel(NOW);
        jobs.flush();
        assertThat(jobs.workspaceUsing(job.modelId(), elsewhere)).isEmpty();
    }

    @Test
    void the_place_in_the_queue_counts_the_jobs_of_others() {
        var elsewhere = givenWorkspace();
        asSystem();
        jobs.add(job(elsewhere, NOW));
        var mine = added(NOW.plusSeconds(1));
        jobs.flush();
        as(workspace);

        assertThat(jobs.ahead(mine)).isEqualTo(1);
        assertThat(jobs.find(workspace, mine.id())).isPresent();
        assertThat(jobs.page(elsewhere, null, null, 10)).isEmpty();
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (var number = 0; number < 5; number++) {
            added(NOW.plusSeconds(number));
        }
        jobs.flush();

        var first = jobs.page(workspace, null, null, 2);
        var last = first.get(1);
        var second = jobs.page(workspace, null, new Cursor(last.createdAt(), last.id()), 2);

        assertThat(first).hasSize(3);
        assertThat(second.get(0).id()).isEqualTo(first.get(2).id());
        assertThat(jobs.page(workspace, JobStatus.RUNNING, null, 2)).isEmpty();
    }

    @Test
    void all_that_a_job_learns_comes_back_as_it_was() {
        var job = added(NOW);
        job.claim("node", NOW.plusSeconds(30));
        job.start(42, 43, NOW);
        job.planned(10, 1.5);
        job.enter("training");
        job.accept(7, NOW);
        job.readUpTo(100, 50);
        job.evaluated(5, 1.25);
        job.checkpointed(5);
        job.fail(new JobError("diverged", "Loss is NaN", "last \u0000line"), NOW);
        commit();
        asSystem();

        var found = jobs.find(workspace, job.id()).orElseThrow();

        assertThat(found.status()).isEqualTo(JobStatus.FAILED);
        assertThat(found.isResumable()).isTrue();
        assertThat(found.error()).isEqualTo(new JobError("diverged", "Loss is NaN", "last line"));
        assertThat(found.progress().totalSteps()).isEqualTo(10);
        assertThat(found.progress().bestEvalLoss()).isEqualTo(1.25);
        assertThat(found.hold().eventOffset()).isEqualTo(100);
        assertThat(found.hold().pid()).isEqualTo(42);
        assertThat(found.evalDatasetId()).isNull();
        assertThat(found.finishedAt()).isEqualTo(NOW);
    }

    @Test
    void a_step_has_one_row_whatever_happens() {
        var job = added(NOW);
        records.add(new TrainingMetric(job, 1, 0.1, NOW));
        jobs.flush();

        records.add(new TrainingMetric(job, 1, 0.1, NOW));

        assertThatThrownBy(jobs::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void metrics_come_in_the_order_of_steps_after_the_one_asked_for() {
        var job = added(NOW);
        for (var step : new int[] {3, 1, 2}) {
            var metric = new TrainingMetric(job, step, step, NOW);
            metric.trained(new StepFigures(0, 1e-4, null, 2, 100, null));
            records.add(metric);
        }
        jobs.flush();

        assertThat(records.metrics(workspace, job.id(), 1, 10))
                .extracting(TrainingMetric::step)
                .containsExactly(2, 3);
        assertThat(records.metric(workspace, job.id(), 2))
                .hasValueSatisfying(
                        metric -> assertThat(metric.trainPerplexity()).isEqualTo(1.0));
    }

    @Test
    void a_checkpoint_written_again_takes_the_place_of_the_former() {
        var job = added(NOW);
        records.add(new TrainingCheckpoint(job, 10, "/a", 1, NOW));
        jobs.flush();

        records.checkpoints(workspace, job.id()).forEach(records::replace);
        records.add(new TrainingCheckpoint(job, 10, "/b", 1, NOW));
        jobs.flush();

        assertThat(records.checkpoints(workspace, job.id()))
                .extracting(TrainingCheckpoint::path)
                .containsExactly("/b");
    }

    @Test
    void a_silent_node_is_found_by_its_lease() {
        var job = added(NOW);
        job.claim("gone", NOW.minusSeconds(700));
        jobs.flush();

        assertThat(jobs.abandoned(NOW.minusSeconds(600)))
                .extracting(TrainingJob::id)
                .containsExactly(job.id());
        assertThat(jobs.abandoned(NOW.minusSeconds(800))).isEmpty();
    }

    private TrainingJob added(Instant createdAt) {
        var job = job(workspace, createdAt);
        jobs.add(job);
        jobs.flush();
        return job;
    }

    private static TrainingJob job(UUID workspace, Instant createdAt) {
        var wanted = new NewTrainingJob(
                workspace,
                "a job",
                UUID.randomUUID(),
                "tiny",
                new DatasetRef(UUID.randomUUID(), "triage", 1),
                null,
                JsonNodeFactory.instance.objectNode().put("epochs", 1),
                null,
                null,
                null);
        return new TrainingJob(wanted, createdAt);
    }
}
