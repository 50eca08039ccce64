package io.whetstone.sso.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sign-ins at a provider that never came back. */
@ApplicationScoped
@SystemScoped
public class EndedSignIns extends EndedPurge {
    public EndedSignIns() {
        super(EndedRows.SSO_SIGN_INS);
    }

    @Override
    protected Duration kept() {
        return Duration.ZERO;
    }
}
