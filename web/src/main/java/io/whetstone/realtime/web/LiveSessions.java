package io.whetstone.realtime.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** How many live connections this node holds. */
@ApplicationScoped
public class LiveSessions {
    private final AtomicInteger open = new AtomicInteger();

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    /** The gauge for the metrics endpoint. */
    @Gauge(name = "whetstone_live_sessions", absolute = true, unit = "none", description = "Open live connections")
    public int count() {
        return open.get();
    }
}
