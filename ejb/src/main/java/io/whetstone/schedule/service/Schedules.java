package io.whetstone.schedule.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.schedule.entity.ScheduleRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Says whose turn it is. A turn that its taker does not survive comes again after {@code every}. */
@Stateless
@PermitAll
@SystemScoped
public class Schedules {
    @Inject
    ScheduleRepository schedules;

    @Inject
    Clock clock;

    /** True for one of all nodes, once in {@code every}; the first time at once. */
    public boolean take(String name, Duration every) {
        var now = clock.instant();
        return schedules.take(name, now, now.plus(every));
    }
}
