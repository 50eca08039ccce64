package io.whetstone.flag.service;

import io.whetstone.flag.entity.FlagRule;
import io.whetstone.flag.entity.FlagRuleKind;
import java.time.Instant;
import java.util.UUID;

/** A rule of a flag. */
public record FlagRuleView(
        UUID id, long version, FlagRuleKind kind, String target, boolean enabled, Instant createdAt) {
    static FlagRuleView of(FlagRule rule) {
        return new FlagRuleView(
                rule.id(), rule.version(), rule.kind(), rule.target(), rule.isEnabled(), rule.createdAt());
    }
}
