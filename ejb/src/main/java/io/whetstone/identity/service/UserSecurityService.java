package io.whetstone.identity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.service.internal.AccountLocks;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.OpenSessionView;
import io.whetstone.identity.session.service.internal.OpenSessions;
import io.whetstone.identity.session.service.internal.OwnSecondFactor;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** How an administrator helps somebody who is locked out, or locks out somebody who should not be in. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class UserSecurityService {
    @Inject
    UserRepository users;

    @Inject
    OpenSessions sessions;

    @Inject
    OwnSecondFactor secondFactors;

    @Inject
    AccountLocks locks;

    @Inject
    Journal journal;

    @Inject
    AccessPolicy access;

    public UserDetailView detail(UUID userId) {
        access.requireAdministrator();

        var user = UserView.of(find(userId));
        var open = sessions.of(userId).stream()
                .map(session -> OpenSessionView.of(session, null))
                .toList();
        return new UserDetailView(user, open, locks.blockedUntil(userId).orElse(null));
    }

    /** Forgets the failures that keep an account closed. */
    public void unlock(UUID userId) {
        access.requireAdministrator();

        find(userId);
        locks.unlock(userId);
        journal.note("user.unlocked", userId);
    }

    /** Takes the second factor away from somebody who lost it, and ends all sessions. */
    public void resetSecondFactor(UUID userId) {
        access.requireAdministrator();

        find(userId);
        secondFactors.remove(userId, "user.second_factor_reset");
        sessions.endAll(userId);
    }

    public int endSessions(UUID userId) {
        access.requireAdministrator();

        find(userId);
        var ended = sessions.endAll(userId);
        journal.note("user.sessions_ended", userId, Map.of(), Map.of("count", ended));
        return ended;
    }

    private User find(UUID userId) {
        return users.find(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }
}
