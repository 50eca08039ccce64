package io.whetstone.sso.web;

import io.whetstone.access.web.Open;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.web.RefreshCookie;
import io.whetstone.kernel.service.Origin;
import io.whetstone.sso.service.BeginSignIn;
import io.whetstone.sso.service.SsoCallback;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import io.whetstone.sso.service.SsoService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/auth/sso}: the way of a browser to an issuer and back. It answers with redirects only; what went wrong is
 * told on the sign-in page.
 */
@Path("auth/sso")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
public class SsoResource {
    private static final String SIGN_IN = "/sign-in";

    /** What an issuer adds to the address that it sends the browser back to. */
    public static class Answer {
        @QueryParam("state")
        @Nullable
        String state;

        @QueryParam("code")
        @Nullable
        String code;

        @QueryParam("iss")
        @Nullable
        String issuer;

        @QueryParam("error")
        @Nullable
        String error;

        @QueryParam("error_description")
        @Nullable
        String errorDescription;
    }

    @Inject
    SsoService service;

    @Inject
    BrowserCookie browser;

    @Inject
    IdentityConfig identity;

    @Inject
    PublicAddress address;

    @Inject
    Origin origin;

    @Inject
    RefreshCookie refreshCookie;

    /** Begins a sign-in: leads the browser to the issuer. Who was led here by another site sees our page instead. */
    @GET
    @Path("{providerId}/start")
    public Response start(
            @PathParam("providerId") UUID providerId,
            @QueryParam("next") @Nullable String next,
            @QueryParam("email") @Nullable String email) {
        try {
            if (!browser.wasLedByPerson()) {
                throw new SsoFailure(SsoReason.BEGUN_ELSEWHERE, "");
            }
            var begun = service.begin(new BeginSignIn(
                    providerId, address.callback(providerId), browser.secret(), refreshCookie.token(), next, email));
            return Response.seeOther(begun.redirect())
                    .cookie(browser.of(begun.browser()))
                    .build();
        } catch (SsoFailure failure) {
            return refused(failure);
        }
    }

    /** Ends a sign-in: takes the issuer's answer and opens a session. */
    @GET
    @Path("{providerId}/callback")
    public Response callback(@PathParam("providerId") UUID providerId, @BeanParam Answer answer) {
        try {
            var finished = service.finish(
                    providerId,
                    new SsoCallback(
                            answer.state,
                            answer.code,
                            answer.issuer,
                            answer.error,
                            answer.errorDescription,
                            browser.secret()));
            var page = UriBuilder.fromUri(address.of(SIGN_IN))
                    .queryParam("sso", "done")
                    .queryParam("next", "{next}")
                    .build(finished.returnTo());
            var seconds = identity.refreshTokenLife().toSeconds();
            return Response.seeOther(page)
                    .cookie(refreshCookie.of(finished.session().refreshToken(), seconds))
                    .build();
        } catch (SsoFailure failure) {
            return refused(failure);
        }
    }

    private Response refused(SsoFailure failure) {
        return Response.seeOther(UriBuilder.fromUri(address.of(SIGN_IN))
                        .queryParam("sso", failure.reason().code())
                        .queryParam("request", origin.requestId())
                        .build())
                .build();
    }
}
