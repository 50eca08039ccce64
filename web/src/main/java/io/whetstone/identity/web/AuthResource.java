package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.access.web.Open;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.service.SessionView;
import io.whetstone.identity.service.SignInService;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth}: opens, renews and closes sessions. */
@Path("auth")
@Tag(name = "Sign-in")
@RequestScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    /** What a person types to sign in. */
    public record SignIn(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 256) String password) {}

    /** A change of the caller's own password. */
    public record ChangePassword(
            @NotBlank @Size(max = 256) String currentPassword,
            @NotBlank @Size(max = 256) String newPassword) {}

    @Inject
    SignInService service;

    @Inject
    IdentityConfig config;

    @Context
    UriInfo uri;

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SessionView.class)
    public Response signIn(@NotNull @Valid SignIn request) {
        return opened(service.signIn(request.email(), request.password()));
    }

    @POST
    @Path("refresh")
    @APIResponseSchema(SessionView.class)
    public Response refresh(@CookieParam(RefreshCookie.NAME) @Nullable String token) {
        if (token == null) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "There is no session to renew");
        }
        return opened(service.refresh(token));
    }

    @POST
    @Path("sign-out")
    public Response signOut(@CookieParam(RefreshCookie.NAME) @Nullable String token) {
        if (token != null) {
            service.signOut(token);
        }
        return Response.noContent().cookie(RefreshCookie.gone(uri)).build();
    }

    @POST
    @Path("password")
    @Access(value = Scope.ALL, kinds = PrincipalKind.USER, beforePasswordChange = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SessionView.class)
    public Response changePassword(@NotNull @Valid ChangePassword request) {
        return opened(service.changePassword(request.currentPassword(), request.newPassword()));
    }

    private Response opened(SessionView session) {
        var seconds = config.refreshTokenLife().toSeconds();
        return Response.ok(session)
                .cookie(RefreshCookie.of(session.refreshToken(), seconds, uri))
                .build();
    }
}
