package io.whetstone.apikey.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Uses that were counted so long ago that no file of theirs is counted any more. */
@ApplicationScoped
@SystemScoped
public class CountedUses extends EndedPurge {
    public CountedUses() {
        super(EndedRows.API_KEY_USES);
    }

    @Override
    protected Duration kept() {
        return UseBook.COUNTABLE.plusDays(30);
    }
}
