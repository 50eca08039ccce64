package io.whetstone.identity.link.service;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.link.service.internal.LinkedChanges;
import io.whetstone.identity.password.service.internal.PasswordPolicy;
import io.whetstone.identity.password.service.internal.Passwords;
import io.whetstone.identity.service.internal.AccountLocks;
import io.whetstone.identity.session.service.SessionView;
import io.whetstone.identity.session.service.internal.SessionViews;
import io.whetstone.identity.session.service.internal.Sessions;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What a person does with a link that was sent to them. The link is all the proof there is. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkService {
    @Inject
    LinkedChanges changes;

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    SessionViews views;

    @Inject
    AccountLocks locks;

    public LinkView look(String token) {
        return changes.look(token);
    }

    /** Opens a new account and a session in it. */
    public SessionView acceptInvitation(String token, String displayName, String newPassword) {
        policy.require(newPassword, changes.look(token).email(), displayName);
        var userId = changes.acceptInvitation(token, displayName.strip(), passwords.hash(newPassword));
        return views.of(sessions.open(userId, SignInMethod.PASSWORD));
    }

    /** Sets a new password, ends all sessions and forgets the failures so far. The person signs in with it then. */
    public void resetPassword(String token, String newPassword) {
        var link = changes.look(token);
        policy.require(newPassword, link.email(), link.displayName());
        locks.unlock(changes.resetPassword(token, passwords.hash(newPassword)));
    }

    public void confirmEmail(String token) {
        changes.confirmEmail(token);
    }
}
