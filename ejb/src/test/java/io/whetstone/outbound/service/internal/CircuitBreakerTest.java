package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.service.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    final MovingClock clock = new MovingClock();
    final CircuitBreaker circuit = new CircuitBreaker(clock, 2, Duration.ofSeconds(30));

    @Test
    void opens_after_so_many_failures_in_a_row() {
        fail();
        circuit.succeeded();
        fail();
        assertThat(circuit.enter()).isTrue();
        circuit.failed();

        assertThat(circuit.enter()).isFalse();
        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void lets_one_try_after_the_pause_and_closes_when_it_works() {
        fail();
        fail();
        clock.now = clock.now.plusSeconds(30);

        assertThat(circuit.enter()).isTrue();
        assertThat(circuit.enter()).isFalse();
        circuit.succeeded();

        assertThat(circuit.enter()).isTrue();
        assertThat(circuit.enter()).isTrue();
    }

    @Test
    void stays_open_when_the_try_fails_and_lets_another_try_when_it_told_nothing() {
        fail();
        fail();
        clock.now = clock.now.plusSeconds(30);
        assertThat(circuit.enter()).isTrue();
        circuit.failed();
        assertThat(circuit.enter()).isFalse();

        clock.now = clock.now.plusSeconds(30);
        assertThat(circuit.enter()).isTrue();
        circuit.withdrew();
        assertThat(circuit.enter()).isTrue();
    }

    private void fail() {
        assertThat(circuit.enter()).isTrue();
        circuit.failed();
    }
}
