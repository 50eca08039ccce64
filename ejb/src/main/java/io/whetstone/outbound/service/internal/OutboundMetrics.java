package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.EnumText;
import io.whetstone.outbound.service.Outcome;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts requests to outside systems by how they ended. Hosts make no labels: there is no end of them. */
@ApplicationScoped
public class OutboundMetrics {
    @Inject
    MetricRegistry metrics;

    @Inject
    Hosts hosts;

    @PostConstruct
    void register() {
        metrics.gauge("whetstone_outbound_open_circuits", hosts::openCircuits);
    }

    void ended(Outcome outcome, long microseconds) {
        var tag = new Tag("outcome", EnumText.of(outcome));
        metrics.counter("whetstone_outbound_requests", tag).inc();
        metrics.counter("whetstone_outbound_microseconds", tag).inc(microseconds);
    }

    void repeated() {
        metrics.counter("whetstone_outbound_retries").inc();
    }
}
