package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.PersonalWorkspaces;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Accounts where nobody is signed in yet: each method is one short transaction, without any hashing. */
@Stateless
@PermitAll
@SystemScoped
public class Accounts {
    /** What sign-in needs of an account. */
    public record Credentials(UUID userId, String passwordHash, boolean active) {}

    @Inject
    UserRepository users;

    @Inject
    PersonalWorkspaces workspaces;

    @Inject
    Clock clock;

    public Optional<Credentials> credentials(String email) {
        return users.findByEmail(email).map(Accounts::credentials);
    }

    public Optional<Credentials> credentials(UUID userId) {
        return users.find(userId).map(Accounts::credentials);
    }

    /** Makes the first account of an installation; false when there is one already. */
    public boolean createFirst(String email, String hash) {
        if (users.count() > 0) {
            return false;
        }
        create(email, "Administrator", UserRole.ADMIN, hash);
        return true;
    }

    public User create(String email, String displayName, UserRole role, String hash) {
        var workspaceId = workspaces.create(displayName);
        var user = new User(email, displayName, role, workspaceId, clock.instant());
        user.setOneTimePassword(hash);
        users.add(user);
        users.flush();
        workspaces.give(workspaceId, user.id());
        users.flush();
        return user;
    }

    private static Credentials credentials(User user) {
        return new Credentials(user.id(), user.passwordHash(), user.status() == UserStatus.ACTIVE);
    }
}
