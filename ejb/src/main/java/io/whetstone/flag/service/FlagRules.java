package io.whetstone.flag.service;

import io.whetstone.flag.entity.FlagRule;
import io.whetstone.flag.entity.FlagRuleRepository;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the rules of all flags, in the name of the installation: no person sees them. */
@Stateless
@PermitAll
@SystemScoped
public class FlagRules {
    @Inject
    FlagRuleRepository rules;

    public List<FlagRule> all() {
        return rules.all();
    }
}
