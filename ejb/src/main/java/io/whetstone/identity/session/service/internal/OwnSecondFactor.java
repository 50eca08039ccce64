package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.RecoveryCodesView;
import io.whetstone.identity.session.service.SecondFactorView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secondfactor.service.Enrolment;
import io.whetstone.secondfactor.service.SecondFactorRule;
import io.whetstone.secondfactor.service.SecondFactors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** The second factor of an account. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class OwnSecondFactor {
    @Inject
    SecondFactors factors;

    @Inject
    SecondFactorRule rule;

    @Inject
    UserRepository users;

    @Inject
    Journal journal;

    public SecondFactorView view(UUID userId) {
        var user = find(userId);
        var required = rule.isRequiredOf(user.role() == UserRole.ADMIN);
        return new SecondFactorView(user.secondFactor(), required, factors.recoveryCodesLeft(userId));
    }

    public Enrolment enrol(UUID userId) {
        return factors.enrol(userId, find(userId).email());
    }

    public RecoveryCodesView confirm(UUID userId, String code) {
        var codes = factors.confirm(userId, code);
        find(userId).hasSecondFactor(true);
        journal.note("user.second_factor_enabled", userId);
        return new RecoveryCodesView(codes);
    }

    public RecoveryCodesView replaceRecoveryCodes(UUID userId) {
        journal.note("user.recovery_codes_replaced", userId);
        return new RecoveryCodesView(factors.replaceRecoveryCodes(userId));
    }

    public void remove(UUID userId, String action) {
        factors.remove(userId);
        find(userId).hasSecondFactor(false);
        journal.note(action, userId);
    }

    public boolean use(UUID userId, String code) {
        return factors.use(userId, code);
    }

    private User find(UUID userId) {
        return users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }
}
