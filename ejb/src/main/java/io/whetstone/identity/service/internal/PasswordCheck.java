package io.whetstone.identity.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Origin;
import io.whetstone.throttle.service.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Checks a password at the pace that the failures so far allow. Slow: call it outside of any transaction. */
@ApplicationScoped
public class PasswordCheck {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Throttle throttle;

    @Inject
    Origin origin;

    /** Whose e-mail address and password these are; empty when they do not belong together or the account is closed. */
    public Optional<Accounts.Credentials> check(String email, String password) {
        var attempt = throttle.begin(accounts.throttleKey(email, origin.address()), origin.address());
        var found = accounts.credentials(email);
        var right = found.map(known -> matches(known, password)).orElseGet(() -> passwords.pretend(password));
        if (!right || !found.get().active()) {
            return Optional.empty();
        }
        throttle.succeeded(attempt);
        renew(found.get(), password);
        return found;
    }

    /** Refuses unless this is the password of somebody who is signed in; a field of the request named so is to blame. */
    public Accounts.Credentials requireOwn(UUID userId, String password, String pointer) {
        var attempt = throttle.begin("own password of " + userId, origin.address());
        return accounts.credentials(userId)
                .filter(known -> matches(known, password))
                .map(known -> {
                    throttle.succeeded(attempt);
                    return known;
                })
                .orElseThrow(() -> ProblemException.invalid(pointer, "is not your password"));
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
