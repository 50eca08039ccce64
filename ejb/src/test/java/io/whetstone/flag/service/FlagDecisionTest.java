package io.whetstone.flag.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.flag.entity.FlagRule;
import io.whetstone.flag.entity.FlagRuleKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlagDecisionTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final FlagDefinition OFF = new FlagDefinition("f", "", "", false);
    static final FlagDefinition ON = new FlagDefinition("f", "", "", true);
    static final UUID ADA = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @Test
    void without_a_rule_the_default_decides() {
        assertThat(FlagDecision.isOn(OFF, List.of(), ADA, Optional.empty())).isFalse();
        assertThat(FlagDecision.isOn(ON, List.of(), ADA, Optional.empty())).isTrue();
    }

    @Test
    void the_narrower_rule_decides() {
        var everybody = rule(FlagRuleKind.PERCENTAGE, "100", true);
        var plan = rule(FlagRuleKind.PLAN, "team", false);
        var person = rule(FlagRuleKind.USER, ADA.toString(), true);

        assertThat(isOn(Optional.of("team"), everybody, plan, person)).isTrue();
        assertThat(isOn(Optional.of("team"), everybody, plan)).isFalse();
        assertThat(isOn(Optional.empty(), everybody, plan)).isTrue();
    }

    @Test
    void a_rule_for_somebody_else_changes_nothing() {
        assertThat(isOn(
                        Optional.empty(),
                        rule(FlagRuleKind.USER, UUID.randomUUID().toString(), true)))
                .isFalse();
    }

    @Test
    void a_part_of_all_is_about_that_part_and_only_grows() {
        var people = Stream.generate(UUID::randomUUID).limit(5_000).toList();
        var ten = people.stream().filter(id -> part(id, "10")).toList();
        var fifty = people.stream().filter(id -> part(id, "50")).toList();

        assertThat(ten).hasSizeBetween(400, 600);
        assertThat(fifty).containsAll(ten).hasSizeBetween(2_300, 2_700);
        assertThat(people).noneMatch(id -> part(id, "0")).allMatch(id -> part(id, "100"));
    }

    @Test
    void a_bucket_never_moves() {
        assertThat(FlagDecision.bucket("predecessor_addresses", ADA)).isEqualTo(2);
        assertThat(FlagDecision.bucket("f", ADA)).isEqualTo(14);
    }

    private static boolean part(UUID id, String percent) {
        return FlagDecision.isOn(OFF, List.of(rule(FlagRuleKind.PERCENTAGE, percent, true)), id, Optional.empty());
    }

    private static boolean isOn(Optional<String> plan, FlagRule... rules) {
        return FlagDecision.isOn(OFF, List.of(rules), ADA, plan);
    }

    private static FlagRule rule(FlagRuleKind kind, String target, boolean enabled) {
        return new FlagRule("f", kind, target, enabled, NOON);
    }
}
