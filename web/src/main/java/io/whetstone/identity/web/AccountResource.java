package io.whetstone.identity.web;

import io.whetstone.access.web.Open;
import io.whetstone.identity.link.service.LinkService;
import io.whetstone.identity.link.service.LinkView;
import io.whetstone.identity.link.service.RegistrationService;
import io.whetstone.identity.session.service.SessionView;
import io.whetstone.identity.session.service.SignInOptionsView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/account}: what somebody does who is not signed in: register, and open links that were sent. */
@Path("account")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
@SameOrigin
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    /** An address to send a link to. */
    public record ForgotPassword(
            @NotBlank @Email @Size(max = 254) String email) {}

    /** A new account, asked for by its person. */
    public record Register(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 120) String displayName) {}

    /** What stands behind the # of a link. */
    public record Link(@NotBlank @Size(max = 200) String token) {}

    /** A new password, by link. */
    public record ResetPassword(
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 256) String newPassword) {}

    /** Takes a new account over. */
    public record AcceptInvitation(
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 120) String displayName,
            @NotBlank @Size(max = 256) String newPassword) {}

    @Inject
    RegistrationService registrations;

    @Inject
    LinkService links;

    @Inject
    RefreshCookie cookie;

    @GET
    @Path("options")
    public SignInOptionsView options() {
        return registrations.options();
    }

    /** Sends a link, if there is such an account; the answer does not say whether. */
    @POST
    @Path("forgot-password")
    public Response forgotPassword(@NotNull @Valid ForgotPassword request) {
        registrations.forgotPassword(request.email());
        return Response.accepted().build();
    }

    @POST
    @Path("register")
    public Response register(@NotNull @Valid Register request) {
        registrations.register(request.email(), request.displayName());
        return Response.accepted().build();
    }

    /** What a link would do. By POST, so that the token is in no address and no log. */
    @POST
    @Path("link")
    public LinkView link(@NotNull @Valid Link request) {
        return links.look(request.token());
    }

    @POST
    @Path("accept-invitation")
    @APIResponseSchema(SessionView.class)
    public Response acceptInvitation(@NotNull @Valid AcceptInvitation request) {
        return cookie.answer(links.acceptInvitation(request.token(), request.displayName(), request.newPassword()));
    }

    @POST
    @Path("reset-password")
    public void resetPassword(@NotNull @Valid ResetPassword request) {
        links.resetPassword(request.token(), request.newPassword());
    }

    @POST
    @Path("confirm-email")
    public void confirmEmail(@NotNull @Valid Link request) {
        links.confirmEmail(request.token());
    }
}
