package io.whetstone.workspace.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.workspace.service.AllWorkspacesService;
import io.whetstone.workspace.service.AnyWorkspaceView;
import io.whetstone.workspace.service.ChangePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/workspaces}: all workspaces and their plans, for administrators of the installation. */
@Path("admin/workspaces")
@Tag(name = "Workspaces")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AllWorkspacesResource {
    @Inject
    AllWorkspacesService workspaces;

    @GET
    public Page<AnyWorkspaceView> list(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return workspaces.list(text.strip(), cursor, limit);
    }

    @PUT
    @Path("{workspaceId}/plan")
    public AnyWorkspaceView changePlan(
            @PathParam("workspaceId") UUID workspaceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangePlan request) {
        return workspaces.changePlan(workspaceId, IfMatch.version(ifMatch), request);
    }
}
