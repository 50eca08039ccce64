package io.whetstone.identity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.link.service.internal.AccountLinks;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.identity.session.service.internal.OpenSessions;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator does with the accounts of others. It takes hashes: hashing is too slow for a transaction. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class UserService {
    @Inject
    UserRepository users;

    @Inject
    OpenSessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    AccountLinks links;

    @Inject
    Journal journal;

    @Inject
    AccessPolicy access;

    public Page<UserView> list(@Nullable Cursor after, int limit) {
        access.requireAdministrator();

        return Page.of(
                users.newest(after, limit), limit, user -> new Cursor(user.createdAt(), user.id()), UserView::of);
    }

    /** Those whose name or address holds the text, newest first and no more than a page. */
    public Page<UserView> search(String text, int limit) {
        access.requireAdministrator();

        return new Page<>(users.search(text, limit).stream().map(UserView::of).toList(), null);
    }

    public UserView create(@Valid CreateUser command, String oneTimeHash) {
        access.requireAdministrator();

        if (users.findByEmail(command.email()).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account with this e-mail address already");
        }
        var user = accounts.create(command.email(), command.displayName(), command.role(), oneTimeHash);
        journal.note(
                "user.created", user.id(), Map.of(), Map.of("role", user.role().name()));
        return UserView.of(user);
    }

    public UserView change(UUID userId, long version, @Valid ChangeUser command) {
        access.requireAdministrator();

        var user = find(userId);
        if (user.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The account was changed by somebody else");
        }
        var before = facts(user);
        apply(command, user);
        users.flush();
        if (users.countAdministrators() == 0) {
            throw new ProblemException(ProblemType.CONFLICT, "There must be at least one active administrator");
        }
        journal.note("user.changed", userId, before, facts(user));
        return UserView.of(user);
    }

    /** Sets a one-time password and ends all sessions of the account. */
    public UserView resetPassword(UUID userId, String oneTimeHash) {
        access.requireAdministrator();

        var user = find(userId);
        accounts.setOneTimePassword(user, oneTimeHash);
        sessions.endAll(userId);
        links.closeAll(userId);
        users.flush();
        journal.note("user.password_reset", userId);
        return UserView.of(user);
    }

    private void apply(ChangeUser command, User user) {
        if (command.displayName() != null) {
            user.rename(command.displayName());
        }
        if (command.email() != null) {
            changeEmail(command.email(), user);
        }
        if (command.role() != null) {
            user.changeRole(command.role());
        }
        if (command.status() == UserStatus.DISABLED) {
            user.disable();
            sessions.endAll(user.id());
            links.closeAll(user.id());
        }
        if (command.status() == UserStatus.ACTIVE && user.status() == UserStatus.DISABLED) {
            user.enable();
        }
    }

    private void changeEmail(String email, User user) {
        if (users.findByEmail(email).filter(other -> other != user).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account with this e-mail address already");
        }
        user.changeEmail(email);
        links.closeAll(user.id());
    }

    private static Map<String, Object> facts(User user) {
        return Map.of(
                "displayName", user.displayName(),
                "email", user.email(),
                "role", user.role().name(),
                "status", user.status().name());
    }

    private User find(UUID userId) {
        return users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }
}
