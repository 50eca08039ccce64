package io.whetstone.signing.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keys that signed nothing that still lives. */
@ApplicationScoped
@SystemScoped
public class EndedKeys extends EndedPurge {
    public EndedKeys() {
        super(EndedRows.SIGNING_KEYS);
    }

    @Override
    protected Duration kept() {
        return Duration.ZERO;
    }
}
