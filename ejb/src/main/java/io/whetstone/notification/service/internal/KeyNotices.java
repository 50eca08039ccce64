package io.whetstone.notification.service.internal;

import io.whetstone.apikey.service.KeyEnding;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Tells the person of an API key that it ends. */
@ApplicationScoped
public class KeyNotices {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Notifier notifier;

    @Inject
    Clock clock;

    void ending(@Observes KeyEnding key) {
        var title = "API key “%s” %s".formatted(key.name(), when(Duration.between(clock.instant(), key.end())));
        notifier.tell(
                key.userId(), new Content(NotificationKind.KEY_ENDING, key.workspaceId(), title, "", Pages.API_KEYS));
    }

    /** In days as people count them: what is left of the last one counts as one. */
    static String when(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return "has ended";
        }
        var days = left.plus(DAY).minusNanos(1).toDays();
        return days == 1 ? "ends within a day" : "ends in %d days".formatted(days);
    }
}
