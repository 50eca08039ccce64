package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.session.service.internal.CodePace;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.throttle.service.Throttle;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether failures keep an account closed for now, and how they are forgotten. */
@Stateless
@PermitAll
@SystemScoped
public class AccountLocks {
    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    Throttle throttle;

    /** Until when nobody can sign in to this account from a place that it does not know. */
    public Optional<Instant> blockedUntil(UUID userId) {
        return users.find(userId).flatMap(user -> throttle.blockedUntil(user.email()));
    }

    public void unlock(UUID userId) {
        users.find(userId).ifPresent(user -> {
            throttle.unlock(user.email());
            throttle.unlock(CodePace.key(userId));
            sessions.addressesOf(userId).forEach(address -> throttle.unlock(Accounts.key(user.email(), address)));
        });
    }
}
