package io.whetstone.identity.link.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.entity.LinkKind;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.link.service.internal.AccountLinks;
import io.whetstone.identity.link.service.internal.Letters;
import io.whetstone.identity.service.UserView;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;

/** The links that an administrator gives to others: to a new account, or to a new password. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class InvitationService {
    @Inject
    UserRepository users;

    @Inject
    Accounts accounts;

    @Inject
    AccountLinks links;

    @Inject
    Letters letters;

    @Inject
    Journal journal;

    @Inject
    AccessPolicy access;

    /** Makes an account that waits for its person. */
    public HandedLinkView invite(@Valid InviteUser command) {
        access.requireAdministrator();

        if (users.findByEmail(command.email()).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account with this e-mail address already");
        }
        var user = accounts.createPending(command.email(), command.displayName(), command.role());
        journal.note(
                "user.invited", user.id(), Map.of(), Map.of("role", user.role().name()));
        return invitation(user);
    }

    /** A new link to an account that nobody has accepted yet; the former one is closed. */
    public HandedLinkView inviteAgain(UUID userId) {
        access.requireAdministrator();

        var user = find(userId);
        if (user.status() != UserStatus.PENDING) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This account was accepted before");
        }
        journal.note("user.invited_again", userId);
        return invitation(user);
    }

    /** A link with which the person chooses a new password. */
    public HandedLinkView resetLink(UUID userId) {
        access.requireAdministrator();

        var user = find(userId);
        if (user.status() != UserStatus.ACTIVE) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This account is not active");
        }
        var token = links.issue(userId, LinkKind.RESET, user.email());
        letters.reset(user, token);
        journal.note("user.reset_link_made", userId);
        return view(user, LinkKind.RESET, token);
    }

    private HandedLinkView invitation(User user) {
        var token = links.issue(user.id(), LinkKind.INVITATION, user.email());
        letters.invitation(user, token);
        return view(user, LinkKind.INVITATION, token);
    }

    private HandedLinkView view(User user, LinkKind kind, String token) {
        var sent = letters.areSent();
        return new HandedLinkView(UserView.of(user), sent, sent ? null : letters.address(kind, token));
    }

    private User find(UUID userId) {
        return users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }
}
