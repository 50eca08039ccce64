package io.whetstone.identity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.password.service.internal.PasswordCheck;
import io.whetstone.identity.password.service.internal.PasswordPolicy;
import io.whetstone.identity.password.service.internal.Passwords;
import io.whetstone.identity.session.service.SessionView;
import io.whetstone.identity.session.service.internal.SessionViews;
import io.whetstone.identity.session.service.internal.Sessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Principal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The caller's own password. */
@Stateless
@RolesAllowed({Principal.USER, Principal.PASSWORD_CHANGE})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordService {
    @Inject
    PasswordCheck check;

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    SessionViews views;

    @Inject
    AccessPolicy access;

    /** Changes the password and ends all other sessions. */
    public SessionView change(String currentPassword, String newPassword) {
        var credentials = check.requireOwn(access.requireSelf(), currentPassword, "/currentPassword");
        if (currentPassword.equals(newPassword)) {
            throw ProblemException.invalid("/newPassword", "must differ from the current one");
        }
        policy.require(newPassword, credentials.email(), credentials.displayName());
        return views.of(sessions.changePassword(credentials.userId(), passwords.hash(newPassword)));
    }
}
