package io.whetstone.identity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.internal.Accounts;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator does with the accounts of others. It takes hashes: hashing is too slow for a transaction. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class UserService {
    private static final Logger LOGGER = System.getLogger(UserService.class.getName());

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    Accounts accounts;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    public Page<UserView> list(@Nullable Cursor after, int limit) {
        access.requireAdministrator();

        return Page.of(
                users.newest(after, limit), limit, user -> new Cursor(user.createdAt(), user.id()), UserView::of);
    }

    public UserView create(@Valid CreateUser command, String oneTimeHash) {
        access.requireAdministrator();

        if (users.findByEmail(command.email()).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account with this e-mail address already");
        }
        var user = accounts.create(command.email(), command.displayName(), command.role(), oneTimeHash);
        LOGGER.log(Level.INFO, "user.created id=" + user.id());
        return UserView.of(user);
    }

    public UserView change(UUID userId, long version, @Valid ChangeUser command) {
        access.requireAdministrator();

        var user = find(userId);
        if (user.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The account was changed by somebody else");
        }
        apply(command, user);
        users.flush();
        if (users.countAdministrators() == 0) {
            throw new ProblemException(ProblemType.CONFLICT, "There must be at least one active administrator");
        }
        LOGGER.log(Level.INFO, "user.changed id=" + userId);
        return UserView.of(user);
    }

    /** Sets a one-time password and ends all sessions of the account. */
    public UserView resetPassword(UUID userId, String oneTimeHash) {
        access.requireAdministrator();

        var user = find(userId);
        user.setOneTimePassword(oneTimeHash);
        sessions.revokeOf(userId, clock.instant());
        users.flush();
        LOGGER.log(Level.INFO, "user.password_reset id=" + userId);
        return UserView.of(user);
    }

    private void apply(ChangeUser command, User user) {
        if (command.displayName() != null) {
            user.rename(command.displayName());
        }
        if (command.role() != null) {
            user.changeRole(command.role());
        }
        if (command.status() == UserStatus.DISABLED) {
            user.disable();
            sessions.revokeOf(user.id(), clock.instant());
        }
        if (command.status() == UserStatus.ACTIVE) {
            user.enable();
        }
    }

    private User find(UUID userId) {
        return users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }
}
