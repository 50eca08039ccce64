package io.whetstone.flag.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.flag.entity.FlagRule;
import io.whetstone.flag.entity.FlagRuleRepository;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What administrators do with feature flags. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class FlagService {
    private static final int MOST_PEOPLE = 10_000;
    private static final int SHOWN = 50;

    @Inject
    FlagRuleRepository rules;

    @Inject
    FlagCatalogue catalogue;

    @Inject
    Flags flags;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    public List<FlagView> list() {
        access.requireAdministrator();

        var all = Flags.grouped(rules.all());
        return catalogue.all().stream()
                .map(flag -> new FlagView(
                        flag.key(), flag.description(), flag.owner(), flag.fallback(), views(all, flag.key())))
                .toList();
    }

    public FlagRuleView add(String key, @Valid SaveFlagRule command) {
        access.requireAdministrator();

        var flag = catalogue.get(key);
        var target = command.checkedTarget();
        if (rules.exists(flag.key(), command.kind(), target)) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There is a rule for this target already; change that one");
        }
        var rule = new FlagRule(flag.key(), command.kind(), target, command.enabled(), clock.instant());
        rules.add(rule);
        note("flag.rule_added", rule, Map.of(), facts(rule));
        return FlagRuleView.of(rule);
    }

    public FlagRuleView change(String key, UUID ruleId, long version, @Valid SaveFlagRule command) {
        access.requireAdministrator();

        var rule = find(key, ruleId, version);
        if (rule.kind() != command.kind()) {
            throw ProblemException.invalid("/kind", "cannot be changed; add another rule");
        }
        var before = facts(rule);
        rule.change(command.checkedTarget(), command.enabled());
        rules.flush();
        note("flag.rule_changed", rule, before, facts(rule));
        return FlagRuleView.of(rule);
    }

    public void remove(String key, UUID ruleId, long version) {
        access.requireAdministrator();

        var rule = find(key, ruleId, version);
        rules.remove(rule);
        note("flag.rule_removed", rule, facts(rule), Map.of());
    }

    /** Who has the feature as the rules are now, in one workspace at least. */
    public FlagReach reach(String key) {
        access.requireAdministrator();

        var flag = catalogue.get(key);
        var all = Flags.grouped(rules.all());
        var people = rules.people(MOST_PEOPLE);
        var having = people.stream()
                .filter(person ->
                        person.plans().stream().anyMatch(plan -> flags.isOn(flag, all, person.id(), Optional.of(plan))))
                .map(person -> new FlagReach.Person(person.id(), person.email()))
                .toList();
        return new FlagReach(
                people.size(), having.size(), having.stream().limit(SHOWN).toList());
    }

    private FlagRule find(String key, UUID ruleId, long version) {
        var rule = rules.lock(ruleId)
                .filter(found -> found.flag().equals(key))
                .orElseThrow(() -> ProblemException.notFound("rule", ruleId));
        if (rule.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The rule was changed by somebody else");
        }
        return rule;
    }

    private void note(String action, FlagRule rule, Map<String, Object> before, Map<String, Object> after) {
        flags.forget();
        audit.fire(new Audited(action, null, "flag_rule", rule.id(), before, after));
    }

    private static Map<String, Object> facts(FlagRule rule) {
        return Map.of(
                "flag", rule.flag(),
                "kind", rule.kind(),
                "target", rule.target(),
                "enabled", rule.isEnabled());
    }

    private static List<FlagRuleView> views(Map<String, List<FlagRule>> all, String key) {
        return all.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(FlagRule::kind))
                .map(FlagRuleView::of)
                .toList();
    }
}
