package io.whetstone.model.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.kernel.web.QueryEnum;
import io.whetstone.model.entity.ModelKind;
import io.whetstone.model.service.CreateModel;
import io.whetstone.model.service.ModelService;
import io.whetstone.model.service.ModelSource;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/models}: bases and adapters. */
@Path("models")
@Tag(name = "Models")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    /** A base to bring in. */
    public record CreateRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid ModelSource source) {}

    /** What people read; the name of the chat interface never changes. */
    public record ChangeRequest(@NotBlank @Size(max = 200) String displayName) {}

    @Inject
    ModelService models;

    @Inject
    AdapterArchive archive;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    @GET
    public Page<ModelView> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return models.list(workspace.id(), QueryEnum.parse(ModelKind.class, "kind", kind), cursor, limit);
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ModelView.class, responseCode = "201")
    public Response create(@NotNull @Valid CreateRequest request) {
        var model = models.create(new CreateModel(workspace.id(), request.name(), request.source()));
        var location = uri.getAbsolutePathBuilder().path(model.id().toString()).build();
        return Response.created(location).entity(model).build();
    }

    @GET
    @Path("{modelId}")
    public ModelView get(@PathParam("modelId") UUID modelId) {
        return models.get(workspace.id(), modelId);
    }

    @PATCH
    @Path("{modelId}")
    public ModelView change(
            @PathParam("modelId") UUID modelId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeRequest request) {
        return models.rename(workspace.id(), modelId, IfMatch.version(ifMatch), request.displayName());
    }

    @DELETE
    @Path("{modelId}")
    public void delete(@PathParam("modelId") UUID modelId) {
        models.delete(workspace.id(), modelId);
    }

    /** An adapter as a zip file of the PEFT folder, written while it is sent. */
    @GET
    @Path("{modelId}/download")
    @Produces("application/zip")
    public Response download(@PathParam("modelId") UUID modelId) {
        return archive.response(models.get(workspace.id(), modelId));
    }
}
