package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.EndedRowRepository;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Sign-ins whose second step did not come in time. */
@ApplicationScoped
@SystemScoped
public class EndedChallenges implements Purgeable {
    @Inject
    EndedRowRepository rows;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sign_in_challenges";
    }

    @Override
    public boolean hasExpired() {
        return rows.hasChallengesEndedBefore(limit());
    }

    @Override
    public void purge(int most) {
        rows.removeChallengesEndedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant();
    }
}
