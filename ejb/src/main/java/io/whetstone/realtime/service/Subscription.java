package io.whetstone.realtime.service;

import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeTopic;
import java.util.List;
import java.util.TreeMap;

/**
 * One client's place in a topic. Events come from several threads, in any order and perhaps twice; the client gets each
 * once and in order. What comes too early waits.
 */
public final class Subscription {
    private static final long NOT_STARTED = -1;
    private static final int MAX_EARLY = 1000;

    private final RealtimeTopic topic;
    private final LiveClient client;
    private final TreeMap<Long, RealtimeEvent> early = new TreeMap<>();
    private long last = NOT_STARTED;

    Subscription(RealtimeTopic topic, LiveClient client) {
        this.topic = topic;
        this.client = client;
    }

    RealtimeTopic topic() {
        return topic;
    }

    LiveClient client() {
        return client;
    }

    /** The number of the last event that was sent. */
    synchronized long last() {
        return last;
    }

    /** Goes on after event {@code seq}, with those that came meanwhile. */
    synchronized void start(long seq, String greeting) {
        last = seq;
        client.send(greeting);
        drain();
    }

    /** Tells the client that some history is gone and goes on after {@code seq}. */
    synchronized void skip(long seq) {
        last = Math.max(last, seq);
        client.send(Frames.gap(topic, last));
        drain();
    }

    /** Takes events; true when one before them is still missing and must be read from the database. */
    synchronized boolean offer(List<RealtimeEvent> events) {
        for (var event : events) {
            if (event.seq() > last) {
                early.put(event.seq(), event);
            }
        }
        if (early.size() > MAX_EARLY) {
            // They are in the database too, and are read from there once the missing one is found.
            early.clear();
            return true;
        }
        drain();
        return last != NOT_STARTED && !early.isEmpty();
    }

    private void drain() {
        if (last == NOT_STARTED) {
            return;
        }
        early.headMap(last, true).clear();
        for (var next = early.remove(last + 1); next != null; next = early.remove(last + 1)) {
            client.send(Frames.event(next));
            last = next.seq();
        }
    }
}
