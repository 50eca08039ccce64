package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.RefreshToken;
import io.whetstone.identity.entity.RefreshTokenRepository;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.UserView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.WorkspaceRole;
import io.whetstone.workspace.service.WorkspaceDirectory;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Accounts and sessions where nobody is signed in yet: each method is one short transaction, without any hashing. */
@Stateless
@PermitAll
@SystemScoped
public class Accounts {
    /** What sign-in needs of an account. */
    public record Credentials(UUID userId, String passwordHash, boolean active) {}

    /** A session's next link: the account and the secret to hand out. */
    public record Opened(UserView user, UUID workspaceId, String refreshToken) {}

    @Inject
    UserRepository users;

    @Inject
    RefreshTokenRepository tokens;

    @Inject
    WorkspaceDirectory workspaces;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    public Optional<Credentials> credentials(String email) {
        return users.findByEmail(email).map(Accounts::credentials);
    }

    public Optional<Credentials> credentials(UUID userId) {
        return users.find(userId).map(Accounts::credentials);
    }

    public Opened open(UUID userId) {
        var user = users.find(userId).orElseThrow(Accounts::refused);
        user.signedIn(clock.instant());
        return next(user, UUID.randomUUID());
    }

    public Opened changePassword(UUID userId, String hash) {
        var user = users.find(userId).orElseThrow(Accounts::refused);
        user.changePassword(hash);
        tokens.revokeOf(userId, clock.instant());
        return next(user, UUID.randomUUID());
    }

    /** Replaces a refresh token by the next; empty when it opens nothing, and a replay has ended its family. */
    public Optional<Opened> renew(String presented) {
        var now = clock.instant();
        var secret = RefreshSecret.parse(presented);
        var token = secret.flatMap(parsed -> tokens.lock(parsed.tokenId()))
                .filter(found -> secret.get().matches(found.secretHash()))
                .filter(found -> found.isLive(now));
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (token.get().isReplay(now)) {
            tokens.revokeFamily(token.get().familyId(), now);
            return Optional.empty();
        }
        token.get().use(now);
        return users.find(token.get().userId())
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> next(user, token.get().familyId()));
    }

    public void close(String presented) {
        RefreshSecret.parse(presented)
                .flatMap(secret -> tokens.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())))
                .ifPresent(token -> tokens.revokeFamily(token.familyId(), clock.instant()));
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
        var workspaceId = workspaces.createPersonal(displayName);
        var user = new User(email, displayName, role, workspaceId, clock.instant());
        user.setOneTimePassword(hash);
        users.add(user);
        users.flush();
        workspaces.join(workspaceId, user.id(), WorkspaceRole.OWNER);
        users.flush();
        return user;
    }

    private Opened next(User user, UUID familyId) {
        var now = clock.instant();
        var secret = RefreshSecret.random();
        var token = new RefreshToken(user.id(), familyId, secret.hash(), now, now.plus(config.refreshTokenLife()));
        tokens.add(token);
        users.flush();
        return new Opened(UserView.of(user), user.personalWorkspaceId(), secret.of(token.id()));
    }

    private static Credentials credentials(User user) {
        return new Credentials(user.id(), user.passwordHash(), user.status() == UserStatus.ACTIVE);
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "This account does not exist any more");
    }
}
