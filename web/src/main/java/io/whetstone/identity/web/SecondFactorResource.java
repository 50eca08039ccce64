package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.identity.session.service.RecoveryCodesView;
import io.whetstone.identity.session.service.SecondFactorService;
import io.whetstone.identity.session.service.SecondFactorView;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.secondfactor.service.Enrolment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/me/second-factor}: the caller's authenticator app and recovery codes. */
@Path("me/second-factor")
@Tag(name = "Profile")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER, beforeSecondFactor = true)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    /** The caller's password, asked again. */
    public record Password(@NotBlank @Size(max = 256) String password) {}

    /** A code of the app. */
    public record Code(@NotBlank @Size(max = 40) String code) {}

    /** Password and code, asked again. */
    public record Both(
            @NotBlank @Size(max = 256) String password,
            @NotBlank @Size(max = 40) String code) {}

    @Inject
    SecondFactorService factors;

    @GET
    public SecondFactorView view() {
        return factors.view();
    }

    /** A new secret for the app; it counts once {@code confirm} had a code of it. */
    @POST
    public Enrolment enrol(@NotNull @Valid Password request) {
        return factors.enrol(request.password());
    }

    @POST
    @Path("confirm")
    public RecoveryCodesView confirm(@NotNull @Valid Code request) {
        return factors.confirm(request.code());
    }

    @POST
    @Path("recovery-codes")
    public RecoveryCodesView replaceRecoveryCodes(@NotNull @Valid Both request) {
        return factors.replaceRecoveryCodes(request.password(), request.code());
    }

    @POST
    @Path("disable")
    public void disable(@NotNull @Valid Both request) {
        factors.disable(request.password(), request.code());
    }
}
