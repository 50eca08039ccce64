package io.whetstone.apikey.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A month of UTC, for which a key has a budget. */
record BudgetMonth(LocalDate first) {
    static BudgetMonth of(Instant now) {
        return new BudgetMonth(LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1));
    }

    /** When the next one begins. */
    Instant renewsAt() {
        return first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
