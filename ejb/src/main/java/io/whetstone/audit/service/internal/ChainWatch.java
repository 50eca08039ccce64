package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.ChainPlace;
import io.whetstone.audit.service.AuditChainView;
import io.whetstone.audit.service.AuditConfig;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks the chain as it grows, and all of it again from time to time: somebody may change an old row. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainWatch {
    private static final Logger LOGGER = System.getLogger(ChainWatch.class.getName());

    @Inject
    Rounds rounds;

    @Inject
    Chain chain;

    @Inject
    AuditConfig config;

    @Inject
    Clock clock;

    private ChainPlace verified = ChainPlace.START;
    private @Nullable Long broken;
    private @Nullable Instant verifiedAt;
    private Instant wholeAt = Instant.EPOCH;

    @PostConstruct
    void start() {
        rounds.every(Duration.ofMinutes(1), "audit.not_checked", this::watch);
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
        look();
        if (broken != null) {
            LOGGER.log(Level.ERROR, "audit.chain_broken seq=" + broken);
        }
    }
}
