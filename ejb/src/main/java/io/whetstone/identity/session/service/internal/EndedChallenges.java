package io.whetstone.identity.session.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sign-ins whose second step did not come in time. */
@ApplicationScoped
@SystemScoped
public class EndedChallenges extends EndedPurge {
    public EndedChallenges() {
        super(EndedRows.SIGN_IN_CHALLENGES);
    }

    @Override
    protected Duration kept() {
        return Duration.ZERO;
    }
}
