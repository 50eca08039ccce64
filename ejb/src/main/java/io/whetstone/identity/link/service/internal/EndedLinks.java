package io.whetstone.identity.link.service.internal;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Links that were used or ran out long ago. */
@ApplicationScoped
@SystemScoped
public class EndedLinks extends EndedPurge {
    @Inject
    IdentityConfig config;

    public EndedLinks() {
        super(EndedRows.ACCOUNT_LINKS);
    }

    @Override
    protected Duration kept() {
        return config.endedLife();
    }
}
