package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.access.web.Open;
import io.whetstone.identity.service.PasswordService;
import io.whetstone.identity.session.service.RenewalService;
import io.whetstone.identity.session.service.SessionView;
import io.whetstone.identity.session.service.SignInService;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/auth}: opens, renews and closes sessions. */
@Path("auth")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
@SameOrigin
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    /** What a person types to sign in. */
    public record SignIn(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 256) String password) {}

    /** The second step of a sign-in. */
    public record SecondFactor(
            @NotBlank @Size(max = 200) String challenge,
            @NotBlank @Size(max = 40) String code) {}

    /** A change of the caller's own password. */
    public record ChangePassword(
            @NotBlank @Size(max = 256) String currentPassword,
            @NotBlank @Size(max = 256) String newPassword) {}

    @Inject
    SignInService service;

    @Inject
    RenewalService renewals;

    @Inject
    PasswordService passwords;

    @Inject
    RefreshCookie cookie;

    /** Answers 200 with a session, or 202 with a challenge when the account has a second factor. */
    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SessionView.class)
    public Response signIn(@NotNull @Valid SignIn request) {
        var answer = service.signIn(request.email(), request.password());
        return answer instanceof SessionView session
                ? opened(session)
                : Response.accepted(answer).build();
    }

    @POST
    @Path("second-factor")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SessionView.class)
    public Response secondFactor(@NotNull @Valid SecondFactor request) {
        return opened(service.secondFactor(request.challenge(), request.code()));
    }

    @POST
    @Path("refresh")
    @APIResponseSchema(SessionView.class)
    public Response refresh() {
        var token = cookie.token();
        if (token == null) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "There is no session to renew");
        }
        return cookie.answer(renewals.refresh(token));
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        var token = cookie.token();
        if (token != null) {
            renewals.signOut(token);
        }
        return cookie.gone(Response.noContent()).build();
    }

    /** The browser's former session ends: its cookie is overwritten, so that nobody could end it from here later. */
    private Response opened(SessionView session) {
        var former = cookie.token();
        if (former != null) {
            renewals.signOut(former);
        }
        return cookie.answer(session);
    }

    @POST
    @Path("password")
    @Access(value = Scope.ALL, kinds = PrincipalKind.USER, beforePasswordChange = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SessionView.class)
    public Response changePassword(@NotNull @Valid ChangePassword request) {
        return cookie.answer(passwords.change(request.currentPassword(), request.newPassword()));
    }
}
