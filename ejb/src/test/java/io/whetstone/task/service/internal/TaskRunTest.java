package io.whetstone.task.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskRunTest {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

    final List<String> told = new ArrayList<>();

    @Test
    void work_that_returns_is_complete() {
        run(claim(false, false, false), context -> {});

        assertThat(told).containsExactly("complete");
    }

    @Test
    void a_refusal_fails_at_once() {
        run(claim(false, false, false), context -> {
            throw new ProblemException(ProblemType.UNPROCESSABLE, "not JSON");
        });

        assertThat(told).containsExactly("handler: not JSON", "fail: not JSON");
    }

    @Test
    void a_breakdown_is_tried_again_until_the_last_attempt() {
        run(claim(false, false, false), TaskRunTest::breakDown);
        run(claim(false, true, false), TaskRunTest::breakDown);

        assertThat(told).containsExactly("retry: no route", "handler: no route", "fail: no route");
    }

    @Test
    void a_failure_on_our_side_is_tried_again_though_it_is_a_problem() {
        run(claim(false, false, false), context -> {
            throw new ProblemException(ProblemType.UPSTREAM_FAILED, "hub is down");
        });

        assertThat(told).containsExactly("retry: hub is down");
    }

    @Test
    void a_task_that_was_cancelled_before_it_began_is_not_begun() {
        run(claim(true, false, false), context -> told.add("ran"));

        assertThat(told).containsExactly("handler: Cancelled", "stop");
    }

    @Test
    void a_task_that_is_cancelled_at_work_stops() {
        var run = new TaskRun[1];
        run[0] = new TaskRun(
                claim(false, false, false),
                handler(context -> {
                    run[0].requestCancel();
                    assertThat(context.cancelled()).isTrue();
                }),
                new Recorder(),
                NOON);

        run[0].run();

        assertThat(told).containsExactly("handler: Cancelled", "stop");
    }

    @Test
    void a_task_whose_workers_all_died_fails_with_that_reason() {
        run(claim(false, false, true), context -> told.add("ran"));

        assertThat(told)
                .containsExactly(
                        "handler: The server stopped during each attempt",
                        "fail: The server stopped during each attempt");
    }

    @Test
    void a_task_that_another_worker_has_taken_is_left_alone() {
        var run = new TaskRun[1];
        run[0] = new TaskRun(
                claim(false, false, false),
                handler(context -> {
                    run[0].lose();
                    breakDown(context);
                }),
                new Recorder(),
                NOON);

        run[0].run();

        assertThat(told).isEmpty();
    }

    @Test
    void progress_is_written_at_most_twice_a_second() {
        run(claim(false, false, false), context -> {
            context.progress(0.1, "one");
            context.progress(0.2, "two");
        });

        assertThat(told).containsExactly("progress 0.1 one", "complete");
    }

    @Test
    void an_interruption_gives_the_task_back() {
        run(claim(false, false, false), context -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).containsExactly("give back");
    }

    private static void breakDown(TaskContext context) throws IOException {
        throw new IOException("no route");
    }

    private void run(Claim claim, Work work) {
        new TaskRun(claim, handler(work), new Recorder(), NOON).run();
    }

    private static Claim claim(boolean cancelRequested, boolean lastAttempt, boolean exhausted) {
        return new Claim(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "test",
                NullNode.getInstance(),
                cancelRequested,
                lastAttempt,
                exhausted);
    }

    private TaskHandler handler(Work work) {
        return new TaskHandler() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public void run(TaskContext context) throws Exception {
                work.run(context);
            }

            @Override
            public void failed(TaskContext context, String reason) {
                told.add("handler: " + reason);
            }
        };
    }

    private interface Work {
        void run(TaskContext context) throws Exception;
    }

    private final class Recorder extends TaskStore {
        @Override
        public void report(UUID taskId, double fraction, String message) {
            told.add("progress " + fraction + " " + message);
        }

        @Override
        public void complete(UUID taskId) {
            told.add("complete");
        }

        @Override
        public void fail(UUID taskId, String reason) {
            told.add("fail: " + reason);
        }

        @Override
        public void stop(UUID taskId) {
            told.add("stop");
        }

        @Override
        public void retry(UUID taskId, String reason) {
            told.add("retry: " + reason);
        }

        @Override
        public void giveBack(UUID taskId) {
            told.add("give back");
        }
    }
}
