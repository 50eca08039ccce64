package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.RefreshToken;
import io.whetstone.identity.entity.RefreshTokenRepository;
import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.User;
import io.whetstone.identity.service.UserView;
import io.whetstone.identity.service.internal.AccountSettings;
import io.whetstone.identity.service.internal.TokenSecret;
import io.whetstone.kernel.service.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes sessions and the refresh tokens that are their links, in the transaction of whoever asks. */
@ApplicationScoped
public class SessionChain {
    @Inject
    SessionRepository sessions;

    @Inject
    RefreshTokenRepository tokens;

    @Inject
    AccountSettings settings;

    @Inject
    Origin origin;

    @Inject
    Clock clock;

    Sessions.Opened start(User user, SignInMethod method) {
        var now = clock.instant();
        var session = new Session(
                user.id(),
                method,
                origin.userAgent(),
                origin.address(),
                now,
                settings.sessionIdleTime(),
                now.plus(settings.sessionLife()));
        sessions.add(session);
        return next(user, session);
    }

    /** Keeps a session alive and hands out its next link. */
    Sessions.Opened renew(User user, Session session) {
        session.use(clock.instant(), settings.sessionIdleTime(), settings.sessionLife());
        return next(user, session);
    }

    private Sessions.Opened next(User user, Session session) {
        var secret = TokenSecret.random();
        var token = new RefreshToken(user.id(), session.id(), secret.hash(), clock.instant(), session.expiresAt());
        tokens.add(token);
        return new Sessions.Opened(
                UserView.of(user),
                session.method(),
                session.id(),
                user.personalWorkspaceId(),
                secret.of(token.id()),
                session.expiresAt());
    }
}
