package io.whetstone.notification.service.internal;

import io.whetstone.realtime.service.RealtimeHistory;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a person's browsers that there is something to read again. */
@ApplicationScoped
public class NotificationNews {
    @Inject
    RealtimePublisher realtime;

    @Inject
    RealtimeHistory topics;

    /** One notification changed, or without an id all of them. */
    public void changed(UUID userId, String event, @Nullable UUID id) {
        var data = id == null ? Map.of() : Map.of("id", id);
        realtime.publish(topics.homeOf(userId), "notifications/" + userId, event, data);
    }
}
