package io.whetstone.identity.service;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.service.internal.AccessTokens;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.service.internal.Passwords;
import io.whetstone.identity.service.internal.Sessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * Opens and closes sessions. Hashing a password takes tens of milliseconds, so no transaction is open around it: the
 * reads and writes are transactions of their own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Passwords passwords;

    @Inject
    AccessTokens tokens;

    @Inject
    @Any
    Instance<DirectorySignIn> directories;

    @Inject
    Caller caller;

    public SessionView signIn(String email, String password) {
        var credentials = accounts.credentials(email);
        if (credentials.isEmpty()) {
            passwords.pretend(password);
            return byDirectory(email, password);
        }
        if (!credentials.get().active()) {
            passwords.pretend(password);
            throw wrong();
        }
        if (!passwords.matches(password, credentials.get().passwordHash())) {
            return byDirectory(email, password);
        }
        return session(sessions.open(credentials.get().userId(), SignInMethod.PASSWORD));
    }

    private SessionView byDirectory(String email, String password) {
        var userId = directories.stream()
                .flatMap(directory -> directory.signIn(email, password).stream())
                .findFirst()
                .orElseThrow(SignInService::wrong);
        return session(sessions.open(userId, SignInMethod.LDAP));
    }

    public SessionView refresh(String refreshToken) {
        return session(sessions.renew(refreshToken)
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "The session has ended")));
    }

    public void signOut(String refreshToken) {
        sessions.close(refreshToken);
    }

    /** Changes the caller's own password and ends all other sessions. */
    @RolesAllowed({Principal.USER, Principal.PASSWORD_CHANGE})
    public SessionView changePassword(String currentPassword, String newPassword) {
        var credentials = accounts.credentials(caller.id()).orElseThrow(SignInService::wrong);
        if (!passwords.matches(currentPassword, credentials.passwordHash())) {
            throw ProblemException.invalid("/currentPassword", "is not your password");
        }
        if (currentPassword.equals(newPassword)) {
            throw ProblemException.invalid("/newPassword", "must differ from the current one");
        }
        passwords.requireAcceptable(newPassword);
        return session(sessions.changePassword(credentials.userId(), passwords.hash(newPassword)));
    }

    private SessionView session(Sessions.Opened opened) {
        var user = opened.user();
        var groups = user.mustChangePassword()
                ? List.of(Principal.PASSWORD_CHANGE)
                : user.roles().stream().map(SignInService::group).toList();
        return new SessionView(
                tokens.issue(user.id(), opened.sessionId(), groups),
                tokens.lifeSeconds(),
                user,
                opened.workspaceId(),
                user.mustChangePassword(),
                opened.refreshToken());
    }

    private static String group(UserRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException wrong() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "The e-mail address or the password is wrong");
    }
}
