package io.whetstone.apikey.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetMonthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z,         2026-11-01, 2026-12-01T00:00:00Z",
        "2026-11-30T23:59:59.999Z,     2026-11-01, 2026-12-01T00:00:00Z",
        "2026-12-31T23:59:59Z,         2026-12-01, 2027-01-01T00:00:00Z",
        "2028-02-29T12:00:00Z,         2028-02-01, 2028-03-01T00:00:00Z",
    })
    void a_month_is_one_of_utc(Instant now, LocalDate first, Instant renewsAt) {
        var month = BudgetMonth.of(now);

        assertThat(month.first()).isEqualTo(first);
        assertThat(month.renewsAt()).isEqualTo(renewsAt);
    }
}
