package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.identity.service.ProfileService;
import io.whetstone.identity.service.ProfileView;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/me}: the caller. */
@Path("me")
@Tag(name = "Sign-in")
@RequestScoped
@Access(Scope.READ)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
    @Inject
    ProfileService profiles;

    @GET
    public ProfileView me() {
        return profiles.me();
    }
}
