package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundRequest;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;

/** Begins exchanges, each with its clock running. */
@ApplicationScoped
public class Exchanges {
    @Resource(lookup = "concurrent/schedule")
    ScheduledExecutorService schedule;

    @Inject
    OutboundMetrics metrics;

    public Exchange begin(OutboundRequest request) {
        return new Exchange(request, new Watch(schedule, request.limits()), metrics);
    }
}
