package io.whetstone.identity.link.service.internal;

import io.whetstone.identity.entity.AccountLink;
import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.link.service.LinkView;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.internal.OpenSessions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What links do to accounts. Passwords come hashed: each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class LinkedChanges {
    @Inject
    AccountLinks links;

    @Inject
    UserRepository users;

    @Inject
    OpenSessions sessions;

    @Inject
    Journal journal;

    @Inject
    Letters letters;

    public LinkView look(String token) {
        var link = links.require(token);
        return new LinkView(link.kind(), link.email(), owner(link).displayName(), link.expiresAt());
    }

    /** Opens an account for its person; returns whose. */
    public UUID acceptInvitation(String token, String displayName, String hash) {
        var user = owner(links.use(token, LinkKind.INVITATION));
        user.accept(displayName, hash);
        users.flush();
        journal.noteOf(user.id(), "user.invitation_accepted", Map.of(), Map.of());
        return user.id();
    }

    /** Sets a new password and ends all sessions; returns whose. */
    public UUID resetPassword(String token, String hash) {
        var user = owner(links.use(token, LinkKind.RESET));
        user.changePassword(hash);
        users.flush();
        sessions.endAll(user.id());
        journal.noteOf(user.id(), "user.password_reset_by_link", Map.of(), Map.of());
        return user.id();
    }

    /** Sends the link that proves a new address. */
    public void offerEmail(UUID userId, String email) {
        var user = users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
        letters.confirmation(user, email, links.issue(userId, LinkKind.EMAIL, email));
        journal.note("user.email_change_asked", userId);
    }

    /** Gives an account the address that the link proves. */
    public void confirmEmail(String token) {
        var link = links.use(token, LinkKind.EMAIL);
        var user = owner(link);
        if (users.findByEmail(link.email()).filter(other -> other != user).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account with this e-mail address already");
        }
        var former = user.email();
        user.changeEmail(link.email());
        users.flush();
        journal.noteOf(user.id(), "user.email_changed", Map.of("email", former), Map.of("email", link.email()));
        letters.emailChanged(user, former);
    }

    private User owner(AccountLink link) {
        return users.lock(link.userId())
                .filter(user -> user.status() != UserStatus.DISABLED)
                .orElseThrow(() -> new ProblemException(ProblemType.GONE, "This link was used or has expired"));
    }
}
