package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.outbound.entity.OutboundRuleRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the rules for the client, whoever it works for. */
@Stateless
@PermitAll
@SystemScoped
public class StoredRules {
    @Inject
    OutboundRuleRepository rules;

    public List<AllowRule> all() {
        return rules.all().stream()
                .map(rule -> new AllowRule(rule.id(), Target.parse(rule.target(), rule.port())))
                .toList();
    }
}
