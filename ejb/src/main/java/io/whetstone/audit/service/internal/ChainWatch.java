package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.ChainPlace;
import io.whetstone.audit.service.AuditChainView;
import io.whetstone.audit.service.AuditConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks the chain as it grows, and all of it again from time to time: somebody may change an old row. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainWatch {
    private static final Logger LOGGER = System.getLogger(ChainWatch.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    Chain chain;

    @Inject
    AuditConfig config;

    @Inject
    Clock clock;

    private ScheduledFuture<?> looks;
    private ChainPlace verified = ChainPlace.START;
    private @Nullable Long broken;
    private @Nullable Instant verifiedAt;
    private Instant wholeAt = Instant.EPOCH;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        looks = schedule.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    /** Checks what is new, and everything when it is time for it, and tells what is known. */
    public AuditChainView look() {
        var now = clock.instant();
        if (!now.isBefore(wholeAt.plus(config.fullCheckInterval()))) {
            verified = ChainPlace.START;
            wholeAt = now;
        }
        advance();
        verifiedAt = now;
        var head = chain.head();
        return new AuditChainView(head.seq(), head.hash(), verified.seq(), verifiedAt, broken);
    }

    private void advance() {
        ChainPlace before;
        do {
            before = verified;
            var check = chain.check(verified);
            verified = check.verified();
            broken = check.brokenSeq();
        } while (broken == null && verified.seq() > before.seq());
    }

    private void watch() {
        try {
            look();
            if (broken != null) {
                LOGGER.log(Level.ERROR, "audit.chain_broken seq=" + broken);
            }
        } catch (RuntimeException away) {
            // The database may be away for a moment: the next look tries again.
            LOGGER.log(Level.WARNING, "audit.not_checked", away);
        }
    }
}
