package io.whetstone.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain found.
 *
 * @param verified up to where it is whole
 * @param brokenSeq the first number at which it is not; null when all that was looked at is whole
 */
public record ChainCheck(ChainPlace verified, @Nullable Long brokenSeq) {}
