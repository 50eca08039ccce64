package io.whetstone.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final RealtimeTopic TOPIC = new RealtimeTopic(UUID.randomUUID(), "tasks");

    final List<String> sent = new ArrayList<>();
    final Subscription subscription = new Subscription(TOPIC, new Recorder());

    @Test
    void events_are_sent_in_order_though_they_come_in_any() {
        subscription.start(4, "hello");

        assertThat(subscription.offer(events(6, 7))).isTrue();
        assertThat(sent).containsExactly("hello");
        assertThat(subscription.offer(events(5))).isFalse();

        assertThat(numbers()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void an_event_that_comes_twice_is_sent_once() {
        subscription.start(0, "hello");

        subscription.offer(events(1, 2));
        subscription.offer(events(2, 3));
        subscription.offer(events(1));

        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_comes_before_the_start_waits_for_the_greeting() {
        subscription.offer(events(3, 4));
        assertThat(sent).isEmpty();

        subscription.start(3, "hello");

        assertThat(sent.get(0)).isEqualTo("hello");
        assertThat(numbers()).containsExactly(4L);
    }

    @Test
    void a_gap_is_told_and_skipped() {
        subscription.start(9, "hello");
        subscription.offer(events(12));

        subscription.skip(11);

        assertThat(sent.get(1)).contains("\"type\":\"gap\"").contains("\"seq\":11");
        assertThat(numbers()).containsExactly(12L);
    }

    @Test
    void early_events_do_not_pile_up_without_end() {
        subscription.start(0, "hello");

        var missing = subscription.offer(LongStream.rangeClosed(2, 5000)
                .mapToObj(SubscriptionTest::event)
                .toList());
        subscription.offer(events(1, 2));

        assertThat(missing).isTrue();
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void an_event_is_one_json_object() {
        subscription.start(0, "hello");
        subscription.offer(events(1));

        assertThat(sent.get(1))
                .isEqualTo("{\"type\":\"event\",\"topic\":\"tasks\",\"workspaceId\":\"%s\",\"seq\":1,"
                                .formatted(TOPIC.workspaceId())
                        + "\"event\":\"changed\",\"data\":{\"a\":1.50},\"at\":\"2026-01-15T12:00:00Z\"}");
    }

    private List<Long> numbers() {
        return sent.stream()
                .filter(message -> message.contains("\"type\":\"event\""))
                .map(message -> Long.valueOf(message.replaceAll(".*\"seq\":(\\d+).*", "$1")))
                .toList();
    }

    private static List<RealtimeEvent> events(long... numbers) {
        return LongStream.of(numbers).mapToObj(SubscriptionTest::event).toList();
    }

    private static RealtimeEvent event(long seq) {
        return new RealtimeEvent(TOPIC, seq, "changed", "{\"a\":1.50}", NOON);
    }

    private final class Recorder implements LiveClient {
        @Override
        public void send(String message) {
            sent.add(message);
        }

        @Override
        public void close(String reason) {
            sent.add("closed: " + reason);
        }
    }
}
