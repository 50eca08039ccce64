package io.whetstone.outbound.service.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a request is sent again, and after which pause. */
final class RetryPolicy {
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private RetryPolicy() {}

    /** Whether the host says that it may work later. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /**
     * The pause before the next attempt; null when the host asks for one that is too long to wait here.
     *
     * @param retryAfter the header, in seconds or as a date; a malformed one counts as none
     */
    static @Nullable Duration pause(int attempt, @Nullable String retryAfter, Clock clock, Duration left) {
        var asked = retryAfter == null ? null : asked(retryAfter.strip(), clock);
        var pause = asked == null ? backOff(attempt) : asked;
        return pause.compareTo(LONGEST) > 0 || pause.compareTo(left) >= 0 ? null : pause;
    }

    private static @Nullable Duration asked(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            var pause = Duration.between(clock.instant(), date.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** Doubles, with a random part so that many callers do not come back at once. */
    private static Duration backOff(int attempt) {
        var most = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10)).toMillis();
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
