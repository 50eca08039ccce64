package io.whetstone.system.web;

import io.whetstone.realtime.service.RealtimeHub;
import io.whetstone.task.service.TaskStatistics;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The lengths that {@code /metrics} tells. */
@Singleton
@Startup
public class Gauges {
    @Inject
    MetricRegistry metrics;

    @Inject
    TaskStatistics tasks;

    @Inject
    RealtimeHub realtime;

    @PostConstruct
    void register() {
        metrics.gauge("whetstone_tasks_waiting", tasks::waiting);
        metrics.gauge("whetstone_tasks_running", tasks::running);
        metrics.gauge("whetstone_live_clients", realtime::clients);
        metrics.gauge("whetstone_live_subscriptions", realtime::subscriptions);
    }
}
