package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.service.UserView;
import io.whetstone.kernel.service.Principal;
import io.whetstone.secondfactor.service.SecondFactorRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What an account is on this installation right now: all of it, or only what it has to do first. */
@ApplicationScoped
public class Roles {
    @Inject
    SecondFactorRule secondFactors;

    public Set<String> of(UserView user, SignInMethod method) {
        // Who has the machine has no need of the password: the command's own sessions open without it.
        if (user.mustChangePassword() && method != SignInMethod.LOCAL) {
            return Set.of(Principal.PASSWORD_CHANGE);
        }
        if (mustSetUpSecondFactor(user, method)) {
            return Set.of(Principal.SECOND_FACTOR_SETUP);
        }
        return user.role() == UserRole.ADMIN ? Set.of(Principal.USER, Principal.ADMIN) : Set.of(Principal.USER);
    }

    /** Whoever signs in elsewhere or on the machine itself proves more there than a password. */
    public boolean mustSetUpSecondFactor(UserView user, SignInMethod method) {
        var byPassword = method == SignInMethod.PASSWORD || method == SignInMethod.LDAP;
        return byPassword && !user.secondFactor() && secondFactors.isRequiredOf(user.role() == UserRole.ADMIN);
    }
}
