package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.PersonalWorkspaces;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Accounts where nobody is signed in yet: each method is one short transaction, without any hashing. */
@Stateless
@PermitAll
@SystemScoped
public class Accounts {
    /**
     * What sign-in needs of an account.
     *
     * @param expired the password is a one-time password that was not used in time
     */
    public record Credentials(
            UUID userId, String email, String displayName, String passwordHash, boolean active, boolean expired) {}

    /** How long an address that somebody signed in from is known. */
    private static final Duration KNOWN = Duration.ofDays(30);

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    PersonalWorkspaces workspaces;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    public Optional<Credentials> credentials(String email) {
        return users.findByEmail(email).map(this::credentials);
    }

    public Optional<Credentials> credentials(UUID userId) {
        return users.find(userId).map(this::credentials);
    }

    /**
     * What failures of a sign-in are counted under. Where the owner signed in before they are counted apart, so that
     * somebody elsewhere cannot lock the owner out.
     */
    public String throttleKey(String email, String address) {
        var known = sessions.hasSignedInFrom(email, address, clock.instant().minus(KNOWN));
        return known ? key(email, address) : email;
    }

    static String key(String email, String address) {
        return email + " from " + address;
    }

    /** Stores the same password under new parameters, unless it was changed meanwhile. */
    public void rehash(UUID userId, String former, String hash) {
        users.lock(userId).filter(user -> user.passwordHash().equals(former)).ifPresent(user -> user.rehash(hash));
    }

    /** Makes the first account of an installation; false when there is one already. */
    public boolean createFirst(String email, String hash) {
        if (users.count() > 0) {
            return false;
        }
        create(email, "Administrator", UserRole.ADMIN, hash);
        return true;
    }

    /** An account with a one-time password. */
    public User create(String email, String displayName, UserRole role, String hash) {
        return create(email, displayName, role, user -> setOneTimePassword(user, hash));
    }

    public void setOneTimePassword(User user, String hash) {
        user.setOneTimePassword(hash, clock.instant());
    }

    /** An account that its person has yet to accept. */
    public User createPending(String email, String displayName, UserRole role) {
        return create(email, displayName, role, User::awaitAcceptance);
    }

    private User create(String email, String displayName, UserRole role, Consumer<User> prepare) {
        var workspaceId = workspaces.create(displayName);
        var user = new User(email, displayName, role, workspaceId, clock.instant());
        prepare.accept(user);
        users.add(user);
        users.flush();
        workspaces.give(workspaceId, user.id());
        users.flush();
        return user;
    }

    private Credentials credentials(User user) {
        var since = user.oneTimePasswordAt();
        var expired = since != null && !clock.instant().isBefore(since.plus(config.oneTimePasswordLife()));
        return new Credentials(
                user.id(),
                user.email(),
                user.displayName(),
                user.passwordHash(),
                user.status() == UserStatus.ACTIVE,
                expired);
    }
}
