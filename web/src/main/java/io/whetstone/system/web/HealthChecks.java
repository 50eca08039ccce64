package io.whetstone.system.web;

import io.whetstone.system.service.Check;
import io.whetstone.system.service.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What {@code /health/live} and {@code /health/ready} ask. The reasons of failures are for administrators only. */
@ApplicationScoped
public class HealthChecks {
    @Inject
    Checks checks;

    private volatile boolean running;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        running = true;
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        running = false;
    }

    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads")
                .status(ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null)
                .build();
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> answer("database", checks::database);
    }

    @Produces
    @Readiness
    HealthCheck storage() {
        return () -> answer("storage", checks::storage);
    }

    @Produces
    @Readiness
    HealthCheck disk() {
        return () -> answer("disk", checks::disk);
    }

    /** While the application starts or stops there is nothing yet, or any more, that a check could use. */
    private HealthCheckResponse answer(String name, Supplier<Check> checked) {
        if (!running) {
            return HealthCheckResponse.named(name)
                    .down()
                    .withData("detail", "The application starts or stops")
                    .build();
        }
        var check = checked.get();
        return HealthCheckResponse.named(check.name())
                .status(check.status() == Check.State.UP)
                .withData("detail", check.detail())
                .build();
    }
}
