package io.whetstone.identity.session.service;

import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.service.UserView;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.session.service.internal.Renewals;
import io.whetstone.identity.session.service.internal.Sessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts and sessions for those who proved by other means than a password who somebody is. It believes its callers,
 * so no resource may call it.
 */
@Stateless
@PermitAll
@SystemScoped
public class ExternalSignIn {
    @Inject
    Accounts accounts;

    @Inject
    UserRepository users;

    @Inject
    SessionRepository stored;

    @Inject
    Sessions sessions;

    @Inject
    Renewals renewals;

    @Inject
    Clock clock;

    public Optional<UserView> find(UUID userId) {
        return users.find(userId).map(UserView::of);
    }

    public Optional<UserView> findByEmail(String email) {
        return users.findByEmail(email).map(UserView::of);
    }

    /** Makes an account whose password nobody knows. */
    public UserView create(String email, String displayName, UserRole role, String unknownHash) {
        var user = accounts.create(email, displayName, role, unknownHash);
        user.changePassword(unknownHash);
        users.flush();
        return UserView.of(user);
    }

    /** Lets the account do without the one-time password that it was made with. */
    public void replaceOneTimePassword(UUID userId, String unknownHash) {
        users.lock(userId)
                .filter(user -> user.mustChangePassword())
                .ifPresent(user -> user.changePassword(unknownHash));
    }

    /** Gives a role and says whether that changed anything; the last active administrator stays one. */
    public boolean changeRole(UUID userId, UserRole role) {
        var user = users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
        var former = user.role();
        if (former == role || (role == UserRole.USER && users.countAdministrators() == 1)) {
            return false;
        }
        user.changeRole(role);
        users.flush();
        return true;
    }

    public OpenedSession open(UUID userId, SignInMethod method) {
        var opened = sessions.open(userId, method);
        return new OpenedSession(opened.sessionId(), opened.refreshToken());
    }

    /** The session that a refresh token belongs to. */
    public Optional<UUID> sessionOf(String refreshToken) {
        return renewals.sessionOf(refreshToken);
    }

    public void end(UUID sessionId) {
        stored.lock(sessionId).ifPresent(session -> session.revoke(clock.instant()));
    }
}
