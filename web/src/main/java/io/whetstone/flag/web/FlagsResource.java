package io.whetstone.flag.web;

import io.whetstone.access.web.Access;
import io.whetstone.flag.service.OwnFlagService;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/flags}: the features that the caller has in the workspace. */
@Path("flags")
@Tag(name = "Feature flags")
@ApplicationScoped
@Access(Scope.READ)
@Produces(MediaType.APPLICATION_JSON)
public class FlagsResource {
    @Inject
    OwnFlagService flags;

    @Inject
    CurrentWorkspace workspace;

    @GET
    public Map<String, Boolean> own() {
        return flags.own(workspace.id());
    }
}
