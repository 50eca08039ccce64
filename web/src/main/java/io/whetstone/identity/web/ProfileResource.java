package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.identity.link.service.EmailService;
import io.whetstone.identity.service.ProfileService;
import io.whetstone.identity.service.ProfileView;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/me}: the caller. */
@Path("me")
@Tag(name = "Profile")
@ApplicationScoped
@Access(Scope.READ)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
    /** A change of the caller's own name. */
    public record Rename(@NotBlank @Size(max = 120) String displayName) {}

    /**
     * A change of the caller's own e-mail address.
     *
     * @param code of the second factor, where the caller has one
     */
    public record ChangeEmail(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 256) String password,
            @Nullable @Size(max = 40) String code) {}

    @Inject
    ProfileService profiles;

    @Inject
    EmailService emails;

    @GET
    public ProfileView me() {
        return profiles.me();
    }

    @PATCH
    @Access(value = Scope.ALL, kinds = PrincipalKind.USER)
    public ProfileView rename(@NotNull @Valid Rename request) {
        return profiles.rename(request.displayName());
    }

    /** Sends a link to the new address, which counts once the link was opened. */
    @POST
    @Path("email")
    @Access(value = Scope.ALL, kinds = PrincipalKind.USER)
    public Response changeEmail(@NotNull @Valid ChangeEmail request) {
        emails.change(request.email(), request.password(), request.code());
        return Response.accepted().build();
    }
}
