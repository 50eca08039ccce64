package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundRequest;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** One request of a caller from its first byte to the end of its answer. However it ends, it is settled once. */
public class Exchange {
    private static final Logger LOGGER = System.getLogger(Exchange.class.getName());

    private final OutboundRequest request;
    private final Watch watch;
    private final OutboundMetrics metrics;
    private final long started = System.nanoTime();
    private final AtomicBoolean settled = new AtomicBoolean();

    private volatile String host = "";
    private volatile int status;
    private volatile @Nullable Host place;

    Exchange(OutboundRequest request, Watch watch, OutboundMetrics metrics) {
        this.request = request;
        this.watch = watch;
        this.metrics = metrics;
    }

    OutboundRequest request() {
        return request;
    }

    Watch watch() {
        return watch;
    }

    /** Goes to a host, which is named in failures from here on. */
    void goes(Destination destination) {
        host = destination.host();
    }

    /** Takes a place at the host until the hop is over. */
    void take(Host taken) {
        place = taken;
        if (settled.get()) {
            leave();
        }
    }

    /** Gives the place back. */
    synchronized void leave() {
        var taken = place;
        place = null;
        if (taken != null) {
            taken.places().release();
        }
    }

    void answered(int answer) {
        status = answer;
    }

    /** The request ended as it should. */
    void finish() {
        settle(status >= 500 ? Outcome.SERVER_ERROR : status >= 400 ? Outcome.CLIENT_ERROR : Outcome.ANSWERED);
    }

    /** The failure to throw for what happened. */
    OutboundFailure fail(IOException cause) {
        var failure = Causes.explain(cause, watch.outcome(), host);
        settle(failure.outcome());
        return failure;
    }

    OutboundFailure fail(Outcome outcome) {
        settle(outcome);
        return new OutboundFailure(outcome, Causes.message(outcome, host), null);
    }

    /** The request could not even begin. */
    public OutboundFailure reject(RuntimeException full) {
        settle(Outcome.BUSY);
        return new OutboundFailure(Outcome.BUSY, "Too many requests are on their way", full);
    }

    /** The caller gives up. A thread that works on the request is woken. */
    public void cancel() {
        watch.cancel(Outcome.CANCELLED);
    }

    /** Lets go of an answer without reading the rest of it, and wakes who still does. */
    void drop(ClassicHttpResponse response) {
        watch.hangUp();
        try {
            response.close();
        } catch (IOException expected) {
            LOGGER.log(Level.TRACE, "outbound.dropped host=" + host, expected);
        }
    }

    void settle(Outcome outcome) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        leave();
        watch.stop();
        var took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
        metrics.ended(outcome, took);
        // Neither path nor query: both are known to hold credentials.
        LOGGER.log(
                Level.DEBUG,
                () -> "outbound.request method=%s host=%s status=%d outcome=%s ms=%d"
                        .formatted(request.method(), host, status, outcome, TimeUnit.MICROSECONDS.toMillis(took)));
    }
}
