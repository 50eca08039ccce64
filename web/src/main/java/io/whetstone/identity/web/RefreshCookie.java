package io.whetstone.identity.web;

import io.whetstone.identity.session.service.SessionView;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.web.HostCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookie that keeps a browser signed in. No script can read it and no other site can send it. */
@RequestScoped
public class RefreshCookie {
    private static final HostCookie COOKIE = new HostCookie("ws_refresh", "/api/auth", NewCookie.SameSite.STRICT);

    @Inject
    Origin origin;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** The refresh token that the browser sent; null when it sent none. */
    public @Nullable String token() {
        return COOKIE.read(request, origin.isSecure());
    }

    /** Answers with a session, and leaves its refresh token in the browser for as long as the session lives. */
    Response answer(SessionView session) {
        var seconds = Duration.between(clock.instant(), session.refreshUntil()).toSeconds();
        return Response.ok(session).cookie(of(session.refreshToken(), seconds)).build();
    }

    /** Has the browser forget the session, and what its pages have stored for this person. */
    public Response.ResponseBuilder gone(Response.ResponseBuilder answer) {
        return answer.cookie(of("", 0)).header("Clear-Site-Data", "\"storage\"");
    }

    public NewCookie of(String token, long seconds) {
        return COOKIE.of(token, seconds, origin.isSecure());
    }
}
