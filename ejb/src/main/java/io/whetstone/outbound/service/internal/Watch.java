package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundLimits;
import io.whetstone.outbound.service.Outcome;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request that reaches one of its time limits, or that its caller gives up. It ends it by closing the
 * connection, which is what wakes a thread that waits for bytes.
 */
class Watch {
    private static final Cancellable NOTHING = () -> false;

    private final ScheduledExecutorService schedule;
    private final OutboundLimits limits;
    private final long end;

    private Cancellable current = NOTHING;
    private Runnable atEnd = () -> {};
    private @Nullable Future<?> alarm;
    private @Nullable Outcome outcome;
    private boolean stopped;
    // When the present wait for bytes is over, in nanoseconds; no wait, no limit but the total.
    private volatile long waitEnds;
    private volatile boolean waiting;

    Watch(ScheduledExecutorService schedule, OutboundLimits limits) {
        this.schedule = schedule;
        this.limits = limits;
        this.end = System.nanoTime() + limits.total().toNanos();
    }

    /** Begins to wait for the head of an answer. */
    synchronized void begin(Cancellable request, Duration connect) throws EndedException {
        current = request;
        requireRunning();
        waitFor(connect.plus(limits.answer()));
        check();
    }

    /** Begins to wait for more of the body. */
    void read() {
        waitFor(limits.idle());
    }

    /** What was waited for came. */
    void came() {
        waiting = false;
    }

    /** From here on the end of the request is somebody's business. */
    synchronized void onEnd(Runnable action) {
        atEnd = action;
    }

    /** Looks again soon: a body may have to come faster than a head. */
    synchronized void look() {
        check();
    }

    /** Waits, unless the request ends before. */
    synchronized void pause(Duration time) throws InterruptedException, EndedException {
        var until = System.nanoTime() + time.toNanos();
        check();
        for (var left = time.toMillis();
                left > 0 && outcome == null;
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
            wait(left);
        }
        requireRunning();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Ends the request from outside. */
    void cancel(Outcome why) {
        Runnable action;
        synchronized (this) {
            if (stopped || outcome != null) {
                return;
            }
            outcome = why;
            action = atEnd;
            current.cancel();
            notifyAll();
        }
        action.run();
    }

    /** Nobody wants the rest. Who still waits for it is told that it was cancelled. */
    synchronized void giveUp() {
        if (outcome == null) {
            outcome = Outcome.CANCELLED;
        }
    }

    /** Ends the connection, if it is still held. */
    void hangUp() {
        Cancellable request;
        synchronized (this) {
            request = current;
        }
        request.cancel();
    }

    /** Nothing is watched any more. */
    synchronized void stop() {
        stopped = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Why it was ended; null when it was not. */
    synchronized @Nullable Outcome outcome() {
        return outcome;
    }

    private void requireRunning() throws EndedException {
        if (outcome != null) {
            throw new EndedException();
        }
    }

    private void waitFor(Duration most) {
        waitEnds = System.nanoTime() + most.toNanos();
        waiting = true;
    }

    private synchronized void check() {
        if (stopped || outcome != null) {
            return;
        }
        var now = System.nanoTime();
        if (end - now <= 0 || (waiting && waitEnds - now <= 0)) {
            cancel(Outcome.TIMED_OUT);
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        var soonest =
                Math.min(end - now, waiting ? waitEnds - now : limits.idle().toNanos());
        alarm = schedule.schedule(this::check, Math.max(soonest, 1), TimeUnit.NANOSECONDS);
    }

    /** The request was ended; {@link #outcome()} tells why. */
    static class EndedException extends java.io.IOException {
        private static final long serialVersionUID = 1L;
    }
}
