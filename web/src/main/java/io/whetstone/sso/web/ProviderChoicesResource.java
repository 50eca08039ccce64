package io.whetstone.sso.web;

import io.whetstone.access.web.Open;
import io.whetstone.kernel.Page;
import io.whetstone.sso.service.ProviderChoice;
import io.whetstone.sso.service.SsoService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth/providers}: the ways to sign in besides a password, for everybody. */
@Path("auth/providers")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
public class ProviderChoicesResource {
    @Inject
    SsoService service;

    @GET
    public Page<ProviderChoice> list(@QueryParam("email") @Size(max = 254) @Nullable String email) {
        return new Page<>(service.choices(email), null);
    }
}
