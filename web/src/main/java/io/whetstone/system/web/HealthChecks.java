package io.whetstone.system.web;

import io.whetstone.system.service.Check;
import io.whetstone.system.service.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What {@code /health/live} and {@code /health/ready} ask. The reasons of failures are for administrators only. */
@ApplicationScoped
public class HealthChecks {
    @Inject
    Checks checks;

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
        return () -> answer(checks.database());
    }

    @Produces
    @Readiness
    HealthCheck storage() {
        return () -> answer(checks.storage());
    }

    @Produces
    @Readiness
    HealthCheck disk() {
        return () -> answer(checks.disk());
    }

    private static HealthCheckResponse answer(Check check) {
        return HealthCheckResponse.named(check.name())
                .status(check.status() == Check.State.UP)
                .withData("detail", check.detail())
                .build();
    }
}
