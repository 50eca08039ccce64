package io.whetstone.identity.service.internal;

import io.whetstone.identity.entity.RefreshToken;
import io.whetstone.identity.entity.RefreshTokenRepository;
import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.UserView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens, renews and ends sessions, and tells whom one stands for. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Sessions {
    /** A session's next link: the account and the secret to hand out. */
    public record Opened(UserView user, UUID sessionId, UUID workspaceId, String refreshToken) {}

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    RefreshTokenRepository tokens;

    @Inject
    IdentityConfig config;

    @Inject
    Origin origin;

    @Inject
    Clock clock;

    public Opened open(UUID userId, SignInMethod method) {
        var user = users.find(userId).orElseThrow(Sessions::refused);
        user.signedIn(clock.instant());
        return start(user, method);
    }

    /** Sets a password that was hashed before, ends all sessions and opens a new one. */
    public Opened changePassword(UUID userId, String hash) {
        var user = users.find(userId).orElseThrow(Sessions::refused);
        user.changePassword(hash);
        sessions.revokeOf(userId, clock.instant());
        return start(user, SignInMethod.PASSWORD);
    }

    /** Replaces a refresh token by the next; empty when it opens nothing, and a replay has ended its session. */
    public Optional<Opened> renew(String presented) {
        var now = clock.instant();
        var secret = RefreshSecret.parse(presented);
        var token = secret.flatMap(parsed -> tokens.lock(parsed.tokenId()))
                .filter(found -> secret.get().matches(found.secretHash()))
                .filter(found -> found.isLive(now));
        var session = token.flatMap(found -> sessions.lock(found.sessionId())).filter(found -> found.isLive(now));
        if (token.isEmpty() || session.isEmpty()) {
            return Optional.empty();
        }
        if (token.get().isReplay(now)) {
            session.get().revoke(now);
            return Optional.empty();
        }
        token.get().use(now);
        session.get().use(now, now.plus(config.refreshTokenLife()));
        return users.find(token.get().userId())
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> next(user, session.get()));
    }

    public void close(String presented) {
        RefreshSecret.parse(presented)
                .flatMap(secret -> tokens.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())))
                .flatMap(token -> sessions.lock(token.sessionId()))
                .ifPresent(session -> session.revoke(clock.instant()));
    }

    /** The session that a refresh token belongs to, live or not. */
    public Optional<UUID> find(String presented) {
        return RefreshSecret.parse(presented)
                .flatMap(secret -> tokens.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())))
                .map(RefreshToken::sessionId);
    }

    /** Whom a live session stands for, with what the person is now. */
    public Optional<Principal> principal(UUID sessionId, UUID userId) {
        return sessions.find(sessionId)
                .filter(session -> session.isLive(clock.instant()))
                .filter(session -> session.userId().equals(userId))
                .flatMap(session -> users.find(userId))
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> Principal.person(userId, sessionId, rolesOf(user)));
    }

    static Set<String> rolesOf(User user) {
        if (user.mustChangePassword()) {
            return Set.of(Principal.PASSWORD_CHANGE);
        }
        return user.role() == UserRole.ADMIN ? Set.of(Principal.USER, Principal.ADMIN) : Set.of(Principal.USER);
    }

    private Opened start(User user, SignInMethod method) {
        var now = clock.instant();
        var expiresAt = now.plus(config.refreshTokenLife());
        var session = new Session(user.id(), method, origin.userAgent(), origin.address(), now, expiresAt);
        sessions.add(session);
        return next(user, session);
    }

    private Opened next(User user, Session session) {
        var secret = RefreshSecret.random();
        var token = new RefreshToken(user.id(), session.id(), secret.hash(), clock.instant(), session.expiresAt());
        tokens.add(token);
        users.flush();
        return new Opened(UserView.of(user), session.id(), user.personalWorkspaceId(), secret.of(token.id()));
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "This account does not exist any more");
    }
}
