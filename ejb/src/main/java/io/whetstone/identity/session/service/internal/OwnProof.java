package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.password.service.internal.PasswordCheck;
import io.whetstone.kernel.ProblemException;
import io.whetstone.secondfactor.service.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks somebody who is signed in to prove it again, before what changes how they sign in. Slow: no transaction. */
@ApplicationScoped
public class OwnProof {
    @Inject
    PasswordCheck passwords;

    @Inject
    SecondFactors factors;

    @Inject
    OwnSecondFactor factor;

    @Inject
    CodePace pace;

    /** Password and code, whether a second factor is on or not. */
    public void requireBoth(UUID userId, String password, String code) {
        passwords.requireOwn(userId, password, "/password");
        requireCode(userId, code);
    }

    /** The password, and the code of whoever has a second factor. */
    public void require(UUID userId, String password, @Nullable String code) {
        passwords.requireOwn(userId, password, "/password");
        if (factors.isEnabled(userId)) {
            requireCode(userId, code == null ? "" : code);
        }
    }

    private void requireCode(UUID userId, String code) {
        var right = pace.atPace(userId, () -> Optional.of(code).filter(tried -> factor.use(userId, tried)));
        if (right.isEmpty()) {
            throw ProblemException.invalid("/code", "is not the code that the app shows now");
        }
    }
}
