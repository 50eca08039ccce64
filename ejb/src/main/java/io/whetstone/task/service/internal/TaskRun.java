package io.whetstone.task.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.ProblemException;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One attempt at one task, from its claim to its outcome. */
final class TaskRun implements TaskContext {
    private static final Logger LOGGER = System.getLogger(TaskRun.class.getName());
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int SERVER_FAULT = 500;
    private static final String CANCELLED = "Cancelled";

    private final Claim claim;
    private final TaskHandler handler;
    private final TaskStore store;
    private final Clock clock;
    private Instant nextReport = Instant.MIN;
    private volatile boolean cancelRequested;
    private volatile boolean lost;
    private volatile boolean closing;

    TaskRun(Claim claim, TaskHandler handler, TaskStore store, Clock clock) {
        this.claim = claim;
        this.handler = handler;
        this.store = store;
        this.clock = clock;
        this.cancelRequested = claim.cancelRequested();
    }

    /** Works, and stores the outcome. Never throws: this is the outermost frame of its thread. */
    void run() {
        try {
            if (claim.exhausted()) {
                fail("The server stopped during each attempt");
            } else if (cancelRequested) {
                stop();
            } else {
                attempt();
            }
        } catch (RuntimeException unreachable) {
            // The store is away. The lease runs out and the task is taken again.
            LOGGER.log(Level.WARNING, "task.unsettled id=" + claim.id(), unreachable);
        }
    }

    private void attempt() {
        try {
            handler.run(this);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            store.giveBack(claim.id());
            return;
        } catch (ProblemException refused) {
            settle(refused, refused.type().status() < SERVER_FAULT);
            return;
        } catch (Exception broken) {
            settle(broken, false);
            return;
        }
        if (cancelRequested) {
            stop();
        } else if (!closing) {
            store.complete(claim.id());
        }
    }

    private void settle(Exception failure, boolean isFinal) {
        if (lost || closing) {
            LOGGER.log(Level.INFO, "task.left id=" + claim.id());
        } else if (cancelRequested) {
            stop();
        } else if (isFinal || claim.lastAttempt()) {
            log(failure, isFinal);
            fail(reason(failure));
        } else {
            log(failure, false);
            store.retry(claim.id(), reason(failure));
        }
    }

    private void log(Exception failure, boolean expected) {
        if (expected) {
            LOGGER.log(Level.INFO, "task.refused id=" + claim.id() + " reason=" + failure.getMessage());
        } else {
            LOGGER.log(Level.WARNING, "task.broken id=" + claim.id() + " kind=" + claim.kind(), failure);
        }
    }

    private void stop() {
        tell(CANCELLED);
        store.stop(claim.id());
    }

    private void fail(String reason) {
        tell(reason);
        store.fail(claim.id(), reason);
    }

    private void tell(String reason) {
        try {
            handler.failed(this, reason);
        } catch (RuntimeException deaf) {
            LOGGER.log(Level.ERROR, "task.handler_deaf id=" + claim.id() + " kind=" + claim.kind(), deaf);
        }
    }

    private static String reason(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    void requestCancel() {
        cancelRequested = true;
    }

    /** Another worker has the task now, because this node was silent for too long. */
    void lose() {
        lost = true;
    }

    /** The server goes down: the task goes back to the queue as if this attempt had not been. */
    void close() {
        closing = true;
        store.giveBack(claim.id());
    }

    @Override
    public UUID taskId() {
        return claim.id();
    }

    @Override
    public UUID workspaceId() {
        return claim.workspaceId();
    }

    @Override
    public UUID subjectId() {
        return claim.subjectId();
    }

    @Override
    public JsonNode payload() {
        return claim.payload();
    }

    @Override
    public synchronized void progress(double fraction, String message) {
        var now = clock.instant();
        if (now.isBefore(nextReport) || lost || closing) {
            return;
        }
        nextReport = now.plus(QUIET);
        store.report(claim.id(), fraction, message);
    }

    @Override
    public boolean cancelled() {
        return cancelRequested || lost || closing;
    }
}
