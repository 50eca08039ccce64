package io.whetstone.identity.web;

import io.whetstone.identity.session.service.SessionView;
import io.whetstone.kernel.service.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;

/** The cookie that keeps a browser signed in. No script can read it and no other site can send it. */
@ApplicationScoped
public class RefreshCookie {
    public static final String NAME = "ws_refresh";

    @Inject
    Origin origin;

    @Inject
    Clock clock;

    /** Answers with a session, and leaves its refresh token in the browser for as long as the session lives. */
    Response answer(SessionView session) {
        var seconds = Duration.between(clock.instant(), session.refreshUntil()).toSeconds();
        return Response.ok(session).cookie(of(session.refreshToken(), seconds)).build();
    }

    Response gone() {
        return Response.noContent().cookie(cleared()).build();
    }

    public NewCookie cleared() {
        return of("", 0);
    }

    public NewCookie of(String token, long seconds) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/api/auth")
                .maxAge((int) seconds)
                .httpOnly(true)
                .secure(origin.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
