package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.KeyMonthRepository;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Uses that were counted so long ago that no file of theirs is counted any more. */
@ApplicationScoped
@SystemScoped
public class CountedUses implements Purgeable {
    private static final Duration KEPT = UseBook.COUNTABLE.plusDays(30);

    @Inject
    KeyMonthRepository months;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "api_key_uses";
    }

    @Override
    public boolean hasExpired() {
        return months.hasCountedBefore(limit());
    }

    @Override
    public void purge(int most) {
        months.forgetCountedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(KEPT);
    }
}
