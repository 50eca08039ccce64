package io.whetstone.retention.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRowRepository;
import io.whetstone.retention.entity.EndedRows;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes rows some time after they ended; how long after is said by the capability that they belong to. */
@SystemScoped
public abstract class EndedPurge implements Purgeable {
    private final EndedRows ended;

    @Inject
    EndedRowRepository rows;

    @Inject
    Clock clock;

    protected EndedPurge(EndedRows ended) {
        this.ended = ended;
    }

    /** How long they are kept after their end. */
    protected abstract Duration kept();

    @Override
    public String name() {
        return ended.table();
    }

    @Override
    public boolean hasExpired() {
        return rows.exist(ended, limit());
    }

    @Override
    public void purge(int most) {
        rows.remove(ended, limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(kept());
    }
}
