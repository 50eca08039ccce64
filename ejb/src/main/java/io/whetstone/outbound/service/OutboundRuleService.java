package io.whetstone.outbound.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.outbound.entity.OutboundRule;
import io.whetstone.outbound.entity.OutboundRuleRepository;
import io.whetstone.outbound.service.internal.Target;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators open to the server in their own network. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class OutboundRuleService {
    private static final Logger LOGGER = System.getLogger(OutboundRuleService.class.getName());

    @Inject
    OutboundRuleRepository rules;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audited;

    @Inject
    Event<OutboundRulesChanged> changed;

    @Inject
    Clock clock;

    public Page<OutboundRuleView> list(@Nullable Cursor after, int limit) {
        access.requireAdministrator();

        return Page.of(
                rules.newest(after, limit),
                limit,
                rule -> new Cursor(rule.createdAt(), rule.id()),
                OutboundRuleView::of);
    }

    public OutboundRuleView find(UUID ruleId) {
        access.requireAdministrator();

        return OutboundRuleView.of(
                rules.find(ruleId).orElseThrow(() -> ProblemException.notFound("outbound rule", ruleId)));
    }

    public OutboundRuleView create(@Valid CreateOutboundRule command) {
        access.requireAdministrator();

        var target = Target.parse(command.target(), command.port());
        rules.lockAll();
        requireNew(target.text(), command.port());
        if (rules.count() >= OutboundRuleRepository.MOST) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There are %d rules, the most".formatted(OutboundRuleRepository.MOST));
        }
        var note = command.note() == null ? "" : command.note().strip();
        var rule = new OutboundRule(target.text(), command.port(), note, clock.instant());
        rules.add(rule);
        rules.flush();
        tell("outbound_rule.created", rule.id(), Map.of(), fields(rule));
        return OutboundRuleView.of(rule);
    }

    public OutboundRuleView change(UUID ruleId, long version, @Valid ChangeOutboundRule command) {
        access.requireAdministrator();

        rules.lockAll();
        var rule = lock(ruleId, version);
        var before = fields(rule);
        var asked = command.port();
        if (asked != null) {
            var port = asked == 0 ? null : asked;
            if (!java.util.Objects.equals(port, rule.port())) {
                requireNew(rule.target(), port);
                rule.open(port);
            }
        }
        if (command.note() != null) {
            rule.annotate(command.note().strip());
        }
        rules.flush();
        tell("outbound_rule.changed", ruleId, before, fields(rule));
        return OutboundRuleView.of(rule);
    }

    public void delete(UUID ruleId, long version) {
        access.requireAdministrator();

        var rule = lock(ruleId, version);
        rules.remove(rule);
        rules.flush();
        tell("outbound_rule.deleted", ruleId, fields(rule), Map.of());
    }

    private OutboundRule lock(UUID ruleId, long version) {
        var rule = rules.lock(ruleId).orElseThrow(() -> ProblemException.notFound("outbound rule", ruleId));
        if (rule.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The rule was changed by somebody else");
        }
        return rule;
    }

    private void requireNew(String target, @Nullable Integer port) {
        if (rules.findSame(target, port).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is a rule for this target and port already");
        }
    }

    private void tell(String action, UUID ruleId, Map<String, Object> before, Map<String, Object> after) {
        audited.fire(new Audited(action, null, "outbound_rule", ruleId, before, after));
        changed.fire(new OutboundRulesChanged(ruleId));
        LOGGER.log(Level.INFO, action + " id=" + ruleId);
    }

    private static Map<String, Object> fields(OutboundRule rule) {
        var port = rule.port();
        return Map.of("target", rule.target(), "port", port == null ? "all" : port, "note", rule.note());
    }
}
