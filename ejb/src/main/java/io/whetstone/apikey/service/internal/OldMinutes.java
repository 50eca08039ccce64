package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.KeyRequestRepository;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Counts of minutes that are over. */
@ApplicationScoped
@SystemScoped
public class OldMinutes implements Purgeable {
    private static final int SECONDS = 60;
    private static final int KEPT = 60;

    @Inject
    KeyRequestRepository requests;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "rate_windows";
    }

    @Override
    public boolean hasExpired() {
        return requests.hasMinutesBefore(limit());
    }

    @Override
    public void purge(int most) {
        requests.removeMinutesBefore(limit(), most);
    }

    private long limit() {
        return clock.instant().getEpochSecond() / SECONDS - KEPT;
    }
}
