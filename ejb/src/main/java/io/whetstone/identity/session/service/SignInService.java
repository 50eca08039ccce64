package io.whetstone.identity.session.service;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.password.service.internal.PasswordCheck;
import io.whetstone.identity.session.service.internal.Challenges;
import io.whetstone.identity.session.service.internal.CodePace;
import io.whetstone.identity.session.service.internal.SessionViews;
import io.whetstone.identity.session.service.internal.Sessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.secondfactor.service.SecondFactors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Opens sessions in one step or two. Hashing a password takes tens of milliseconds, so no transaction is open around
 * it: the reads and writes are transactions of their own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
    @Inject
    PasswordCheck passwords;

    @Inject
    SecondFactors secondFactors;

    @Inject
    Challenges challenges;

    @Inject
    Sessions sessions;

    @Inject
    SessionViews views;

    @Inject
    CodePace pace;

    public SignInAnswer signIn(String email, String password) {
        var proof = passwords
                .check(email, password)
                .orElseThrow(() -> refused("The e-mail address or the password is wrong"));
        return open(proof.userId(), proof.method());
    }

    /** Opens a session for somebody whose first step was right: at once, or after the second. */
    SignInAnswer open(UUID userId, SignInMethod method) {
        if (secondFactors.isEnabled(userId)) {
            return challenges.open(userId, method);
        }
        return views.of(sessions.open(userId, method));
    }

    /** The second step: a code of the authenticator app, or a recovery code. */
    public SessionView secondFactor(String challenge, String code) {
        var owner = challenges.owner(challenge).orElseThrow(SignInService::wrongCode);
        var passed = pace.atPace(owner, () -> challenges.pass(challenge, code)).orElseThrow(SignInService::wrongCode);
        return views.of(sessions.open(passed.userId(), passed.method()));
    }

    private static ProblemException wrongCode() {
        return refused("The code is wrong, or the sign-in took too long: start again");
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, why);
    }
}
