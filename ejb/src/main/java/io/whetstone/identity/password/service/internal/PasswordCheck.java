package io.whetstone.identity.password.service.internal;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.DirectorySignIn;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Origin;
import io.whetstone.throttle.service.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks a password at the pace that the failures so far allow. Slow: call it outside of any transaction. */
@ApplicationScoped
public class PasswordCheck {
    private static final String TOO_LATE = "This one-time password was not used in time. An administrator makes a new"
            + " one; on the machine itself, ./whetstone admin reset-password makes one for the first administrator";

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Throttle throttle;

    @Inject
    Origin origin;

    @Inject
    @Any
    Instance<DirectorySignIn> directories;

    @Inject
    Journal journal;

    /** Whom an address and a password prove, and who knew the password. */
    public record Proof(UUID userId, SignInMethod method) {}

    /**
     * Whose e-mail address and password these are, here or at a directory; empty when nobody's or of a closed account.
     */
    public Optional<Proof> check(String email, String password) {
        var attempt = throttle.begin(accounts.throttleKey(email, origin.address()), origin.address());
        var found = accounts.credentials(email);
        var right = found.map(known -> matches(known, password)).orElseGet(() -> passwords.pretend(password));
        if (found.filter(known -> !known.active()).isPresent()) {
            return refused(found);
        }
        if (!right) {
            var proof = byDirectory(email, password);
            proof.ifPresent(elsewhere -> throttle.succeeded(attempt));
            return proof.isPresent() ? proof : refused(found);
        }
        throttle.succeeded(attempt);
        found.ifPresent(known -> {
            requireInTime(known);
            renew(known, password);
        });
        return found.map(known -> new Proof(known.userId(), SignInMethod.PASSWORD));
    }

    private Optional<Proof> refused(Optional<Accounts.Credentials> found) {
        // An address that nobody has is not kept: it may be a password that was typed into the wrong field.
        journal.noteAttempt(found.map(Accounts.Credentials::userId).orElse(null), "session.sign_in_failed", Map.of());
        return Optional.empty();
    }

    /** Only who knew the password learns that it was one for one sign-in, and that it is too late for that. */
    private void requireInTime(Accounts.Credentials known) {
        if (known.expired()) {
            journal.noteAttempt(known.userId(), "session.one_time_password_expired", Map.of());
            throw new ProblemException(ProblemType.UNAUTHENTICATED, TOO_LATE);
        }
    }

    private Optional<Proof> byDirectory(String email, String password) {
        return directories.stream()
                .flatMap(directory -> directory.signIn(email, password).stream())
                .findFirst()
                .map(userId -> new Proof(userId, SignInMethod.LDAP));
    }

    /**
     * Refuses unless this is the password of somebody who is signed in; a field of the request named so is to blame.
     */
    public Accounts.Credentials requireOwn(UUID userId, String password, String pointer) {
        var attempt = throttle.begin("own password of " + userId, origin.address());
        return accounts.credentials(userId)
                .filter(known -> matches(known, password))
                .map(known -> {
                    throttle.succeeded(attempt);
                    return known;
                })
                .orElseThrow(() -> wrongOwn(userId, pointer));
    }

    private ProblemException wrongOwn(UUID userId, String pointer) {
        journal.note("user.password_refused", userId);
        return ProblemException.invalid(pointer, "is not your password");
    }

    private boolean matches(Accounts.Credentials known, String password) {
        return passwords.matches(password, known.passwordHash());
    }

    private void renew(Accounts.Credentials known, String password) {
        if (passwords.isOutdated(known.passwordHash())) {
            accounts.rehash(known.userId(), known.passwordHash(), passwords.hash(password));
        }
    }
}
