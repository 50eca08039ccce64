package io.whetstone.notification.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNoticesTest {
    @ParameterizedTest
    @CsvSource({
        "PT336H,    ends in 14 days",
        "PT335H50M, ends in 14 days",
        "PT49H,     ends in 3 days",
        "PT24H,     ends within a day",
        "PT1S,      ends within a day",
        "PT0S,      has ended",
        "PT-5M,     has ended",
    })
    void what_is_left_is_told_in_days(Duration left, String told) {
        assertThat(KeyNotices.when(left)).isEqualTo(told);
    }
}
