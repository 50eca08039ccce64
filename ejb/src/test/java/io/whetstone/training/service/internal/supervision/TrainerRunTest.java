package io.whetstone.training.service.internal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.internal.supervision.TrainingQueue.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a shell script in the place of the trainer. */
class TrainerRunTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    final FakeRecorder recorder = new FakeRecorder();
    final FakeQueue queue = new FakeQueue();

    @Nullable
    Process child;

    @AfterEach
    void end() {
        if (child != null) {
            child.destroyForcibly();
        }
    }

    @Test
    void all_events_of_a_run_are_recorded_once_and_in_order() throws Exception {
        var run = run(start("""
                event 1 started; event 2 step
                event 2 step; event 1 started
                printf '{"seq":3,"type":"st' >> events.jsonl; sleep 0.3; echo 'ep"}' >> events.jsonl
                echo hello >> trainer.log
                event 4 finished
                """));

        finish(run);

        assertThat(recorder.types).containsExactly("started", "step", "step", "finished");
        assertThat(recorder.log).containsExactly("hello");
        assertThat(recorder.eventOffset).isEqualTo(Files.size(root.resolve("events.jsonl")));
        assertThat(queue.end).isNull();
    }

    @Test
    void a_line_that_is_no_event_is_left_out() throws Exception {
        var run = run(start("""
                event 1 started
                echo 'not json {' >> events.jsonl; echo '[]' >> events.jsonl
                event 2 step; event 3 finished
                """));

        finish(run);

        assertThat(recorder.types).containsExactly("started", "step", "finished");
    }

    @Test
    void a_trainer_that_writes_nothing_but_garbage_is_ended() throws Exception {
        var run = run(start("for i in 1 2 3 4 5; do echo garbage >> events.jsonl; done; sleep 60"));

        finish(run);

        assertThat(queue.end)
                .isNotNull()
                .satisfies(end -> assertThat(end.code()).isEqualTo("unreadable_events"));
    }

    @Test
    void a_crash_is_told_with_the_last_lines_of_the_log() throws Exception {
        var run = run(start("event 1 started; echo about to die >> trainer.log; kill -9 $$"));

        finish(run);

        assertThat(recorder.types).containsExactly("started");
        assertThat(queue.end).isNotNull().satisfies(end -> {
            assertThat(end.code()).isEqualTo("crashed");
            assertThat(end.logTail()).contains("about to die");
        });
    }

    @Test
    void a_failure_that_the_trainer_tells_comes_with_its_log() throws Exception {
        var run = run(start("echo no room >> trainer.log; event 1 failed; exit 1"));

        finish(run);

        assertThat(recorder.status).isEqualTo(JobStatus.FAILED);
        assertThat(recorder.logTail).contains("no room");
        assertThat(queue.end).isNull();
    }

    @Test
    void a_wish_to_stop_reaches_the_trainer_within_a_second() throws Exception {
        var run = run(start("event 1 started; while [ ! -e cancel ]; do sleep 0.05; done; event 2 cancelled"));
        var ending = CompletableFuture.runAsync(() -> finish(run));
        awaitEvent("started");

        var asked = System.nanoTime();
        run.stop();
        ending.join();

        assertThat(recorder.status).isEqualTo(JobStatus.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_wish_of_another_node_is_seen_at_the_next_pulse() throws Exception {
        queue.cancelRequested = true;
        var run = run(start("event 1 started; while [ ! -e cancel ]; do sleep 0.05; done; event 2 cancelled"));

        finish(run);

        assertThat(recorder.status).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void a_trainer_that_ignores_the_wish_is_killed_after_the_grace() throws Exception {
        var run = run(start("event 1 started; sleep 60"));
        run.stop();

        finish(run);

        assertThat(queue.end).isNotNull();
        assertThat(child)
                .isNotNull()
                .satisfies(process -> assertThat(process.isAlive()).isFalse());
    }

    @Test
    void a_trainer_that_falls_silent_is_ended() throws Exception {
        queue.quiet = Duration.ofHours(2);
        var run = run(start("sleep 60"));

        finish(run);

        assertThat(queue.end)
                .isNotNull()
                .satisfies(end -> assertThat(end.code()).isEqualTo("stalled"));
    }

    @Test
    void a_job_that_another_node_has_taken_is_left_alone() throws Exception {
        queue.held = false;
        var run = run(start("sleep 60"));

        finish(run);

        assertThat(queue.end).isNull();
        assertThat(child)
                .isNotNull()
                .satisfies(process -> assertThat(process.isAlive()).isTrue());
    }

    @Test
    void the_next_server_goes_on_where_the_last_one_stopped() throws Exception {
        var process = start("event 1 started; event 2 step; while [ ! -e go ]; do sleep 0.05; done; event 3 finished");
        var first = run(process);
        var leaving = CompletableFuture.runAsync(() -> finish(first));
        awaitEvent("step");
        first.abandon();
        leaving.join();
        var remembered = TrainerProcess.remembered(process.pid(), process.startedAt());
        assertThat(remembered.isAlive()).isTrue();

        Files.createFile(root.resolve("go"));
        finish(run(remembered));

        assertThat(recorder.types).containsExactly("started", "step", "finished");
        assertThat(queue.end).isNull();
    }

    @Test
    void what_a_trainer_wrote_while_no_server_looked_is_not_lost() throws Exception {
        var process = start("event 1 started; event 2 step; event 3 finished");
        assertThat(child)
                .isNotNull()
                .satisfies(trainer -> assertThat(trainer.waitFor()).isZero());

        finish(run(TrainerProcess.remembered(process.pid(), process.startedAt())));

        assertThat(recorder.types).containsExactly("started", "step", "finished");
        assertThat(queue.end).isNull();
    }

    @Test
    void a_database_that_is_away_for_a_moment_costs_nothing() throws Exception {
        recorder.outages = 2;
        var run = run(start("event 1 started; event 2 step; event 3 finished"));

        finish(run);

        assertThat(recorder.types).containsExactly("started", "step", "finished");
    }

    @Test
    void another_process_with_the_same_id_is_not_ours() throws Exception {
        var process = start("sleep 60");

        assertThat(TrainerProcess.remembered(process.pid(), process.startedAt() - 60_000)
                        .isAlive())
                .isFalse();
    }

    @Test
    void the_note_of_a_trainer_names_it() throws Exception {
        var process = start("sleep 60");
        var note = Files.writeString(root.resolve("trainer.pid"), process.pid() + " " + process.startedAt());

        assertThat(TrainerProcess.noted(note))
                .hasValueSatisfying(noted -> assertThat(noted.isAlive()).isTrue());
        assertThat(TrainerProcess.noted(root.resolve("missing"))).isEmpty();
    }

    private TrainerProcess start(String script) throws IOException {
        var prelude = "event() { echo \"{\\\"seq\\\":$1,\\\"type\\\":\\\"$2\\\"}\" | tee -a events.jsonl; }\n";
        var process = new ProcessBuilder("/bin/sh", "-c", prelude + script)
                .directory(root.toFile())
                .start();
        child = process;
        return TrainerProcess.started(process);
    }

    private TrainerRun run(TrainerProcess process) {
        var pace = new TrainerRun.Pace(20, 50, 1000, 300, 3_600_000);
        var job = new Held(
                UUID.randomUUID(),
                JobStatus.RUNNING,
                process.pid(),
                process.startedAt(),
                recorder.eventOffset,
                recorder.logOffset);
        return new TrainerRun(job, new JobFolder(root), process, new TrainerRun.Desk(recorder, queue, "node", pace));
    }

    private static void finish(TrainerRun run) {
        assertTimeoutPreemptively(PATIENCE, run::run);
    }

    private void awaitEvent(String type) throws InterruptedException {
        while (!recorder.types.contains(type)) {
            Thread.sleep(10);
        }
    }
}
