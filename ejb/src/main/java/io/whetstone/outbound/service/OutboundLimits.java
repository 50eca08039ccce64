package io.whetstone.outbound.service;

import java.time.Duration;
import java.util.Set;

/**
 * How far a request may go.
 *
 * @param answer how long to wait for the head of an answer, once there is a connection
 * @param idle how long its body may pause
 * @param total how long all of it may take, body included
 * @param maxBytes the most bytes of the body, unpacked
 * @param contentTypes what a successful answer may be, as {@code text/html} or {@code image/*}; empty for anything
 * @param redirects how many redirects are followed
 * @param attempts how often a request is sent that may be repeated
 */
public record OutboundLimits(
        Duration answer,
        Duration idle,
        Duration total,
        long maxBytes,
        Set<String> contentTypes,
        int redirects,
        int attempts) {
    public OutboundLimits {
        contentTypes = Set.copyOf(contentTypes);
    }

    public OutboundLimits withTimes(Duration newAnswer, Duration newIdle, Duration newTotal) {
        return new OutboundLimits(newAnswer, newIdle, newTotal, maxBytes, contentTypes, redirects, attempts);
    }

    public OutboundLimits withTotal(Duration most) {
        return withTimes(answer, idle, most);
    }

    public OutboundLimits withMaxBytes(long most) {
        return new OutboundLimits(answer, idle, total, most, contentTypes, redirects, attempts);
    }

    public OutboundLimits withContentTypes(String... allowed) {
        return new OutboundLimits(answer, idle, total, maxBytes, Set.of(allowed), redirects, attempts);
    }

    public OutboundLimits withRedirects(int most) {
        return new OutboundLimits(answer, idle, total, maxBytes, contentTypes, most, attempts);
    }

    public OutboundLimits withAttempts(int most) {
        return new OutboundLimits(answer, idle, total, maxBytes, contentTypes, redirects, most);
    }
}
