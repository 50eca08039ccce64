package io.whetstone.realtime.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.realtime.entity.RealtimeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves the live connections of people: what each of them follows. */
@ApplicationScoped
public class RealtimeDesk {
    @Inject
    RealtimeHub hub;

    @Inject
    RealtimeHistory history;

    @Inject
    RealtimeConfig config;

    private final Set<Place> places = ConcurrentHashMap.newKeySet();

    /** A place for one connection of this person. */
    public Place open(UUID userId, LiveClient client) {
        var place = new Place(userId, client);
        places.add(place);
        return place;
    }

    /** Closes the connections of people whose access has changed: who may, connects again and is asked anew. */
    public void accessChanged(Set<UUID> userIds) {
        places.stream().filter(place -> userIds.contains(place.userId)).forEach(Place::cutOff);
    }

    /** The same for everybody, after a time in which this node may not have heard of a change. */
    public void accessUnknown() {
        places.forEach(Place::cutOff);
    }

    /** What one connection follows. It follows nothing more once it is left. */
    public final class Place {
        private final UUID userId;
        private final LiveClient client;
        private final Map<RealtimeTopic, Subscription> followed = new HashMap<>();
        private boolean left;

        private Place(UUID userId, LiveClient client) {
            this.userId = userId;
            this.client = client;
        }

        /** Follows a topic of a workspace, by default the person's own; following it again starts anew. */
        public synchronized void subscribe(@Nullable UUID workspaceId, String name, @Nullable Long after) {
            if (left) {
                return;
            }
            var topic = topic(workspaceId, name);
            Optional.ofNullable(followed.remove(topic)).ifPresent(hub::unsubscribe);
            if (followed.size() >= config.maxSubscriptions()) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS, "A connection may follow %d topics".formatted(followed.size()));
            }
            followed.put(topic, hub.subscribe(client, userId, topic, after));
        }

        public synchronized void unsubscribe(@Nullable UUID workspaceId, String name) {
            Optional.ofNullable(followed.remove(topic(workspaceId, name))).ifPresent(hub::unsubscribe);
        }

        /** The connection is gone. */
        public synchronized void leave() {
            left = true;
            places.remove(this);
            followed.values().forEach(hub::unsubscribe);
            followed.clear();
        }

        private void cutOff() {
            leave();
            client.close("Your access has changed: connect again");
        }

        private RealtimeTopic topic(@Nullable UUID workspaceId, String name) {
            return new RealtimeTopic(workspaceId == null ? history.homeOf(userId) : workspaceId, name);
        }
    }
}
