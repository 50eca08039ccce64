package io.whetstone.audit.service.internal;

import io.whetstone.audit.service.AuditConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps refusals from filling the audit log: so many of one kind and caller in a minute are told of, the rest are
 * counted and told of by the next one.
 */
@ApplicationScoped
public class RefusalLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;

    @Inject
    AuditConfig config;

    @Inject
    Clock clock;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(Instant begun, int told, int untold) {}

    /** Empty when this one is not to be told of, else how many were not before it. */
    OptionalInt admit(String caller) {
        var now = clock.instant();
        if (windows.size() >= MOST_CALLERS) {
            windows.values().removeIf(window -> hasEnded(window, now));
        }
        var before = new int[1];
        var window = windows.compute(caller, (key, known) -> {
            if (known == null || hasEnded(known, now)) {
                before[0] = known == null ? 0 : known.untold();
                return new Window(now, 1, 0);
            }
            return known.told() < config.refusalsPerMinute()
                    ? new Window(known.begun(), known.told() + 1, 0)
                    : new Window(known.begun(), known.told(), known.untold() + 1);
        });
        return window.untold() > 0 ? OptionalInt.empty() : OptionalInt.of(before[0]);
    }

    private static boolean hasEnded(Window window, Instant now) {
        return !now.isBefore(window.begun().plus(WINDOW));
    }
}
