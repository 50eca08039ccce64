package io.whetstone.outbound.service;

import io.whetstone.outbound.entity.OutboundRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as administrators see it. */
public record OutboundRuleView(
        UUID id, long version, String target, @Nullable Integer port, String note, Instant createdAt) {
    public static OutboundRuleView of(OutboundRule rule) {
        return new OutboundRuleView(
                rule.id(), rule.version(), rule.target(), rule.port(), rule.note(), rule.createdAt());
    }
}
