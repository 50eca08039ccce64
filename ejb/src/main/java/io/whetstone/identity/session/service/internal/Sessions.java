package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.UserView;
import io.whetstone.identity.service.internal.Journal;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens sessions and tells whom one stands for. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Sessions {
    /** A session's next link: the account and the secret to hand out. */
    public record Opened(
            UserView user,
            SignInMethod method,
            UUID sessionId,
            UUID workspaceId,
            String refreshToken,
            Instant expiresAt) {}

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    SessionChain chain;

    @Inject
    Roles roles;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    public Opened open(UUID userId, SignInMethod method) {
        var user = users.find(userId).orElseThrow(Sessions::refused);
        user.signedIn(clock.instant());
        users.flush();
        var opened = chain.start(user, method);
        journal.noteOf(userId, "session.opened", Map.of(), Map.of("method", method.name()));
        return opened;
    }

    /** Sets a password that was hashed before, ends all sessions and opens a new one. */
    public Opened changePassword(UUID userId, String hash) {
        var user = users.find(userId).orElseThrow(Sessions::refused);
        user.changePassword(hash);
        users.flush();
        sessions.revokeOf(userId, clock.instant());
        journal.note("user.password_changed", userId);
        return chain.start(user, SignInMethod.PASSWORD);
    }

    /** Whom a live session stands for, with what the person is now. */
    public Optional<Principal> principal(UUID sessionId, UUID userId) {
        return sessions.find(sessionId)
                .filter(session -> session.isLive(clock.instant()))
                .filter(session -> session.userId().equals(userId))
                .flatMap(session -> users.find(userId)
                        .filter(user -> user.status() == UserStatus.ACTIVE)
                        .map(user -> Principal.person(
                                userId,
                                sessionId,
                                user.personalWorkspaceId(),
                                roles.of(UserView.of(user), session.method()))));
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "This account does not exist any more");
    }
}
