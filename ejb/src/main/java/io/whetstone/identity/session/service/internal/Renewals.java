package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.RefreshToken;
import io.whetstone.identity.entity.RefreshTokenRepository;
import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.internal.Alarms;
import io.whetstone.identity.service.internal.TokenSecret;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Renews and ends sessions by their refresh tokens. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Renewals {
    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    RefreshTokenRepository tokens;

    @Inject
    SessionChain chain;

    @Inject
    Alarms alarms;

    @Inject
    Clock clock;

    /** Replaces a refresh token by the next; empty when it opens nothing, and a replay has ended its session. */
    public Optional<Sessions.Opened> renew(String presented) {
        var now = clock.instant();
        var token = token(presented).filter(found -> found.isLive(now));
        var session = token.flatMap(found -> sessions.lock(found.sessionId())).filter(found -> found.isLive(now));
        var user = token.flatMap(found -> users.find(found.userId()));
        if (token.isEmpty() || session.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        if (token.get().isReplay(now)) {
            session.get().revoke(now);
            alarms.replayed(user.get(), session.get());
            return Optional.empty();
        }
        token.get().use(now);
        return user.filter(found -> found.status() == UserStatus.ACTIVE)
                .map(found -> chain.renew(found, session.get()));
    }

    public void close(String presented) {
        token(presented).flatMap(token -> sessions.lock(token.sessionId())).ifPresent(session -> {
            session.revoke(clock.instant());
            alarms.closed(session);
        });
    }

    /** The session that a refresh token belongs to, live or not. */
    public Optional<UUID> sessionOf(String presented) {
        return token(presented).map(RefreshToken::sessionId);
    }

    private Optional<RefreshToken> token(String presented) {
        return TokenSecret.parse(presented)
                .flatMap(secret -> tokens.lock(secret.tokenId()).filter(found -> secret.matches(found.secretHash())));
    }
}
