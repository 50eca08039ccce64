package io.whetstone.audit.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the chain over the audit log.
 *
 * @param seq the newest number; {@code hash} is its hash: noted elsewhere, it proves that no row before it was changed
 * @param verifiedSeq up to which number the chain was found whole
 * @param brokenSeq the first number that is not as it was written; absent when all is whole
 */
public record AuditChainView(
        long seq,
        String hash,
        long verifiedSeq,
        @Nullable Instant verifiedAt,
        @Nullable Long brokenSeq) {}
