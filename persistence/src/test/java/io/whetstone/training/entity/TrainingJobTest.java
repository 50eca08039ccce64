package io.whetstone.training.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.ProblemException;
import io.whetstone.training.entity.NewTrainingJob.DatasetRef;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingJobTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @Test
    void a_waiting_job_is_cancelled_at_once() {
        var job = job();

        job.requestCancel(NOON);

        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.finishedAt()).isEqualTo(NOON);
    }

    @Test
    void a_running_job_waits_for_its_trainer_to_stop() {
        var job = running();

        job.requestCancel(NOON);
        job.requestCancel(NOON.plusSeconds(5));

        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job.cancelRequestedAt()).isEqualTo(NOON);
    }

    @Test
    void a_completed_job_cannot_be_cancelled() {
        var job = running();
        job.complete(null, NOON);

        assertThatThrownBy(() -> job.requestCancel(NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("completed and cannot become cancelled");
    }

    @Test
    void an_event_is_taken_once() {
        var job = running();

        assertThat(job.accept(1, NOON)).isTrue();
        assertThat(job.accept(2, NOON)).isTrue();
        assertThat(job.accept(2, NOON)).isFalse();
        assertThat(job.accept(1, NOON)).isFalse();
    }

    @Test
    void the_best_evaluation_is_the_lowest_loss() {
        var job = running();

        job.evaluated(10, 1.5);
        job.evaluated(20, 1.2);
        job.evaluated(30, 1.3);

        assertThat(job.progress().evalLoss()).isEqualTo(1.3);
        assertThat(job.progress().bestEvalLoss()).isEqualTo(1.2);
        assertThat(job.progress().bestStep()).isEqualTo(20);
    }

    private static TrainingJob running() {
        var job = job();
        job.claim("node", NOON);
        job.start(1, 1, NOON);
        return job;
    }

    private static TrainingJob job() {
        var dataset = new DatasetRef(UUID.randomUUID(), "triage", 1);
        var wanted = new NewTrainingJob(
                UUID.randomUUID(),
                "a job",
                UUID.randomUUID(),
                "tiny",
                dataset,
                null,
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                null);
        return new TrainingJob(wanted, NOON);
    }
}
