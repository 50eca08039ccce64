package io.whetstone.audit.service.internal;

import io.whetstone.audit.entity.AuditChainRepository;
import io.whetstone.audit.entity.ChainCheck;
import io.whetstone.audit.entity.ChainPlace;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The work on the chain of the audit log: each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Chain {
    static final int ROUND = 500;
    private static final int LOOK = 5_000;

    @Inject
    AuditChainRepository chain;

    /** Seals up to {@value #ROUND} rows; true when there may be more. */
    public boolean seal() {
        return chain.seal(ROUND) == ROUND;
    }

    public ChainPlace head() {
        return chain.head();
    }

    /** Checks the next {@value #LOOK} links. */
    public ChainCheck check(ChainPlace from) {
        return chain.check(from, LOOK);
    }
}
