package io.whetstone.sso.web;

import io.whetstone.access.web.Open;
import io.whetstone.identity.web.RefreshCookie;
import io.whetstone.sso.service.SsoSignOutService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing out of sessions that came from an issuer. */
@Path("auth/sso")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
public class SsoSignOutResource {
    /** Where the browser ends the issuer's session; null when there is nothing to end. */
    public record SignedOut(@Nullable URI redirect) {}

    @Inject
    SsoSignOutService service;

    @Inject
    PublicAddress address;

    @Inject
    RefreshCookie cookie;

    @POST
    @Path("sign-out")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SignedOut.class)
    public Response signOut() {
        var token = cookie.token();
        var redirect = token == null ? Optional.<URI>empty() : service.signOut(token, address.of("/sign-in"));
        return cookie.gone(Response.ok(new SignedOut(redirect.orElse(null)))).build();
    }

    /** Called by the issuer itself (OpenID Connect Back-Channel Logout 1.0). */
    @POST
    @Path("{providerId}/backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response backchannelLogout(
            @PathParam("providerId") UUID providerId,
            @FormParam("logout_token") @NotBlank @Size(max = 16_384) String token) {
        service.endedByIssuer(providerId, token);
        return Response.ok().header("Cache-Control", "no-store").build();
    }
}
