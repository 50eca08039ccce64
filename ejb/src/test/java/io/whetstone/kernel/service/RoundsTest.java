package io.whetstone.kernel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    static final Duration NEVER = Duration.ofDays(1);

    final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
    final Logger logger = Logger.getLogger(Rounds.class.getName());
    final Lines lines = new Lines();
    final Rounds rounds = new Rounds();

    @BeforeEach
    void begin() {
        logger.addHandler(lines);
        logger.setUseParentHandlers(false);
        rounds.schedule = schedule;
    }

    @AfterEach
    void end() {
        schedule.shutdownNow();
        logger.removeHandler(lines);
        logger.setUseParentHandlers(true);
    }

    @Test
    void a_round_that_fails_is_logged_and_the_next_one_comes() throws Exception {
        var third = new CountDownLatch(3);

        rounds.every(Duration.ZERO, Duration.ofMillis(1), "thing.unavailable", () -> {
            third.countDown();
            if (third.getCount() == 2) {
                throw new IllegalStateException("away");
            }
            if (third.getCount() == 1) {
                throw new AssertionError("worse");
            }
        });

        assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lines.warnings).hasSize(2).allSatisfy(line -> {
            assertThat(line.getMessage()).isEqualTo("thing.unavailable");
            assertThat(line.getThrown()).isNotNull();
        });
    }

    @Test
    void a_round_that_fails_because_its_bean_ended_is_no_news() throws Exception {
        rounds.every(Duration.ZERO, Duration.ofMillis(1), "thing.unavailable", () -> {
            rounds.end();
            throw new IllegalStateException("the pool is closed");
        });
        schedule.awaitTermination(50, TimeUnit.MILLISECONDS);

        assertThat(lines.warnings).isEmpty();
    }

    @Test
    void after_the_end_no_round_begins() throws Exception {
        var begun = new CountDownLatch(1);
        rounds.every(NEVER, "thing.unavailable", begun::countDown);

        rounds.end();
        rounds.now();

        assertThat(begun.await(50, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(schedule.shutdownNow())
                .allMatch(left -> left instanceof java.util.concurrent.Future<?> future && future.isCancelled());
    }

    @Test
    void a_round_can_be_had_at_once() throws Exception {
        var begun = new CountDownLatch(1);
        rounds.every(NEVER, "thing.unavailable", begun::countDown);

        rounds.now();

        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobody_fails_who_asks_for_a_round_while_the_server_goes_down() {
        rounds.every(NEVER, "thing.unavailable", () -> {});
        schedule.shutdownNow();

        rounds.now();

        assertThat(lines.warnings).isEmpty();
    }

    static final class Lines extends Handler {
        final List<LogRecord> warnings = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
