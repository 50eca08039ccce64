package io.whetstone.throttle.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    final BackOff backOff = new BackOff(3, 10, Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "4, 1", "5, 2", "6, 4", "9, 32", "10, 900", "11, 900", "100000, 900"})
    void the_wait_grows_with_the_failures(int failures, long seconds) {
        assertThat(backOff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "31, 1", "40, 512", "41, 900", "2000000000, 900"})
    void an_address_is_never_locked_longer(int failures, long seconds) {
        var address = new BackOff(30, Integer.MAX_VALUE, Duration.ofMinutes(15));

        assertThat(address.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
