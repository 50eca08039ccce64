package io.whetstone.flag.service;

import io.whetstone.flag.entity.FlagRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether somebody has a feature. Rules are read once a second at most; a change is effective on all nodes within it.
 */
@ApplicationScoped
public class Flags {
    private static final Duration TRUST = Duration.ofSeconds(1);

    @Inject
    FlagCatalogue catalogue;

    @Inject
    FlagRules rules;

    @Inject
    @Any
    Instance<Plans> plans;

    @Inject
    Clock clock;

    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    private record Known(Map<String, List<FlagRule>> rules, Instant until) {}

    /** Whether somebody has a feature in a workspace. */
    public boolean isOn(String key, UUID userId, UUID workspaceId) {
        return isOn(catalogue.get(key), current(), userId, planOf(userId, workspaceId));
    }

    /** All flags, as they are for one person in a workspace. */
    public Map<String, Boolean> of(UUID userId, UUID workspaceId) {
        var now = current();
        var plan = planOf(userId, workspaceId);
        return catalogue.all().stream()
                .collect(Collectors.toMap(FlagDefinition::key, flag -> isOn(flag, now, userId, plan)));
    }

    /** Has a change by this node noticed at once. */
    void forget() {
        known = new Known(Map.of(), Instant.EPOCH);
    }

    boolean isOn(FlagDefinition flag, Map<String, List<FlagRule>> all, UUID userId, Optional<String> plan) {
        return FlagDecision.isOn(flag, all.getOrDefault(flag.key(), List.of()), userId, plan);
    }

    private Map<String, List<FlagRule>> current() {
        var now = clock.instant();
        var last = known;
        if (now.isBefore(last.until())) {
            return last.rules();
        }
        var read = grouped(rules.all());
        known = new Known(read, now.plus(TRUST));
        return read;
    }

    static Map<String, List<FlagRule>> grouped(List<FlagRule> rules) {
        return rules.stream().collect(Collectors.groupingBy(FlagRule::flag));
    }

    private Optional<String> planOf(UUID userId, UUID workspaceId) {
        return plans.stream()
                .flatMap(source -> source.planOf(userId, workspaceId).stream())
                .findFirst();
    }
}
