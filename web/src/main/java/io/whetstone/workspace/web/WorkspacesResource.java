package io.whetstone.workspace.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.workspace.service.NameWorkspace;
import io.whetstone.workspace.service.WorkspaceExport;
import io.whetstone.workspace.service.WorkspaceService;
import io.whetstone.workspace.service.WorkspaceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/workspaces}: the caller's workspaces. */
@Path("workspaces")
@Tag(name = "Workspaces")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkspacesResource {
    @Inject
    WorkspaceService workspaces;

    @Inject
    WorkspaceExport export;

    @Context
    UriInfo uri;

    @GET
    public Page<WorkspaceView> list() {
        return new Page<>(workspaces.mine(), null);
    }

    @POST
    @APIResponseSchema(value = WorkspaceView.class, responseCode = "201")
    public Response create(@NotNull @Valid NameWorkspace request) {
        var workspace = workspaces.create(request);
        var location =
                uri.getAbsolutePathBuilder().path(workspace.id().toString()).build();
        return Response.created(location).entity(workspace).build();
    }

    @GET
    @Path("{workspaceId}")
    public WorkspaceView get(@PathParam("workspaceId") UUID workspaceId) {
        return workspaces.get(workspaceId);
    }

    @PATCH
    @Path("{workspaceId}")
    public WorkspaceView rename(
            @PathParam("workspaceId") UUID workspaceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NameWorkspace request) {
        return workspaces.rename(workspaceId, IfMatch.version(ifMatch), request);
    }

    @POST
    @Path("{workspaceId}/archive")
    public WorkspaceView archive(@PathParam("workspaceId") UUID workspaceId) {
        return workspaces.archive(workspaceId);
    }

    @POST
    @Path("{workspaceId}/restore")
    public WorkspaceView restore(@PathParam("workspaceId") UUID workspaceId) {
        return workspaces.restore(workspaceId);
    }

    /** Has it deleted after the time of grace that the answer tells. */
    @DELETE
    @Path("{workspaceId}")
    public WorkspaceView delete(@PathParam("workspaceId") UUID workspaceId) {
        return workspaces.delete(workspaceId);
    }

    /**
     * Everything of the workspace in a zip: its rows as JSON lines, one file a table, the rows of its datasets, the
     * files of its adapters, and {@code manifest.json} with their checksums at the end.
     */
    @GET
    @Path("{workspaceId}/export")
    @Produces("application/zip")
    public Response export(@PathParam("workspaceId") UUID workspaceId) {
        var name = export.requireMay(workspaceId).replaceAll("[^A-Za-z0-9._-]+", "-");
        StreamingOutput body = out -> export.write(workspaceId, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(name))
                .build();
    }
}
