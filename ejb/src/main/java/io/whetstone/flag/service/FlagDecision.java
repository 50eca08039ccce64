package io.whetstone.flag.service;

import io.whetstone.flag.entity.FlagRule;
import io.whetstone.kernel.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whether somebody has a feature: the rule for the person decides, then the one for the plan, then the part of all,
 * then the default. Of two rules of one kind the older decides.
 */
final class FlagDecision {
    private static final int HUNDRED = 100;

    private FlagDecision() {}

    static boolean isOn(FlagDefinition flag, List<FlagRule> rules, UUID userId, Optional<String> plan) {
        return first(rules, rule -> matches(rule, userId, plan))
                .map(FlagRule::isEnabled)
                .orElse(flag.fallback());
    }

    private static Optional<FlagRule> first(List<FlagRule> rules, Predicate<FlagRule> meant) {
        return rules.stream().filter(meant).min((one, other) -> one.kind().compareTo(other.kind()));
    }

    private static boolean matches(FlagRule rule, UUID userId, Optional<String> plan) {
        return switch (rule.kind()) {
            case USER -> rule.target().equals(userId.toString());
            case PLAN -> plan.filter(rule.target()::equals).isPresent();
            case PERCENTAGE -> bucket(rule.flag(), userId) < Integer.parseInt(rule.target());
        };
    }

    /** A number from 0 to 99 that a person keeps for a flag, on every node and for ever. */
    static int bucket(String flag, UUID userId) {
        var hash = Sha256.of(flag + ":" + userId);
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), HUNDRED);
    }
}
