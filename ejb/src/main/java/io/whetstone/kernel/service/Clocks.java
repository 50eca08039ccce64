package io.whetstone.kernel.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. It ticks in microseconds, as PostgreSQL keeps time: nothing changes on a round trip. */
@ApplicationScoped
public class Clocks {
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
