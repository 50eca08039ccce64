package io.whetstone.realtime.service;

import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeTopic;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who on this node follows which topic. Events of this node come in directly, others are read when told of. */
@ApplicationScoped
public class RealtimeHub {
    private static final Logger LOGGER = System.getLogger(RealtimeHub.class.getName());

    @Resource(lookup = "concurrent/realtime")
    ManagedExecutorService executor;

    @Inject
    RealtimeHistory history;

    @Inject
    Event<EventsCommitted> commits;

    private final Map<RealtimeTopic, Set<Subscription>> topics = new ConcurrentHashMap<>();
    private final Set<RealtimeTopic> catchingUp = ConcurrentHashMap.newKeySet();

    /** Follows a topic after an event's number, or from now on, until {@link #unsubscribe}. */
    public Subscription subscribe(LiveClient client, UUID userId, RealtimeTopic asked, @Nullable Long after) {
        var start = history.start(userId, asked, after);
        var topic = start.topic();
        var subscription = new Subscription(topic, client);
        topics.compute(topic, (key, others) -> {
            var all = others == null ? ConcurrentHashMap.<Subscription>newKeySet() : others;
            all.add(subscription);
            return all;
        });
        subscription.start(start.seq(), Frames.subscribed(topic, start.seq()));
        if (start.gap()) {
            subscription.skip(start.seq());
        }
        catchUp(topic);
        return subscription;
    }

    public void unsubscribe(Subscription subscription) {
        topics.computeIfPresent(subscription.topic(), (key, others) -> {
            others.remove(subscription);
            return others.isEmpty() ? null : others;
        });
    }

    /** Pushes what a transaction of this node has committed, and has the other nodes told. */
    void committed(List<RealtimeEvent> events) {
        events.stream().collect(Collectors.groupingBy(RealtimeEvent::topic)).forEach(this::push);
        commits.fire(
                new EventsCommitted(events.stream().map(RealtimeEvent::topic).collect(Collectors.toSet())));
    }

    /** Reads what was committed elsewhere, for topics that somebody here follows. */
    public void catchUp(Set<RealtimeTopic> changed) {
        changed.stream().filter(topics::containsKey).forEach(this::catchUp);
    }

    /** The same for all topics, after a time in which this node may have missed something. */
    public void catchUpAll() {
        topics.keySet().forEach(this::catchUp);
    }

    /** How many clients follow something on this node. */
    public long clients() {
        return topics.values().stream()
                .flatMap(Set::stream)
                .map(Subscription::client)
                .distinct()
                .count();
    }

    /** How many topics they follow, counted once for each client. */
    public int subscriptions() {
        return topics.values().stream().mapToInt(Set::size).sum();
    }

    private void push(RealtimeTopic topic, List<RealtimeEvent> events) {
        var behind = false;
        for (var subscription : topics.getOrDefault(topic, Set.of())) {
            behind |= subscription.offer(events);
        }
        if (behind) {
            catchUp(topic);
        }
    }

    private void catchUp(RealtimeTopic topic) {
        if (!catchingUp.add(topic)) {
            return;
        }
        try {
            executor.execute(() -> read(topic));
        } catch (RejectedExecutionException full) {
            catchingUp.remove(topic);
            LOGGER.log(Level.WARNING, "realtime.catch_up_dropped topic=" + topic.name(), full);
        }
    }

    private void read(RealtimeTopic topic) {
        try {
            catchingUp.remove(topic);
            var more = true;
            while (more) {
                more = readOn(topic);
            }
        } catch (RuntimeException failure) {
            // The database may be away: the listener catches up with everything once it is back.
            LOGGER.log(Level.WARNING, "realtime.catch_up_failed topic=" + topic.name(), failure);
        }
    }

    /** Reads one page after the client that is furthest behind; true when there may be more. */
    private boolean readOn(RealtimeTopic topic) {
        var all = topics.getOrDefault(topic, Set.of());
        var from = all.stream()
                .mapToLong(Subscription::last)
                .filter(last -> last >= 0)
                .min();
        if (from.isEmpty()) {
            return false;
        }
        var events = history.after(topic, from.getAsLong());
        all.forEach(subscription -> subscription.offer(events));
        return events.size() == RealtimeHistory.MOST;
    }
}
