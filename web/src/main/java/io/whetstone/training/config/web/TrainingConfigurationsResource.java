package io.whetstone.training.config.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.training.config.service.SaveConfiguration;
import io.whetstone.training.config.service.TrainingConfigurationService;
import io.whetstone.training.config.service.TrainingConfigurationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** {@code /api/training/configs}: saved beginnings of training jobs. */
@Path("training/configs")
@Tag(name = "Training")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrainingConfigurationsResource {
    private static final String ID = "{configurationId: [0-9a-fA-F-]{36}}";

    @Inject
    TrainingConfigurationService configurations;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    @GET
    public Page<TrainingConfigurationView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return configurations.list(workspace.id(), search, Cursor.parse(cursor), Page.limit(limit));
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = TrainingConfigurationView.class, responseCode = "201")
    public Response create(@NotNull @Valid SaveConfiguration request) {
        return created(configurations.create(workspace.id(), request));
    }

    @GET
    @Path(ID)
    public TrainingConfigurationView get(@PathParam("configurationId") UUID configurationId) {
        return configurations.get(workspace.id(), configurationId);
    }

    /** Replaces all that the configuration holds. */
    @PUT
    @Path(ID)
    public TrainingConfigurationView change(
            @PathParam("configurationId") UUID configurationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SaveConfiguration request) {
        return configurations.change(workspace.id(), configurationId, IfMatch.version(ifMatch), request);
    }

    /** A copy in the workspace of the request. */
    @POST
    @Path(ID + "/duplicate")
    @Idempotent
    @APIResponseSchema(value = TrainingConfigurationView.class, responseCode = "201")
    public Response duplicate(@PathParam("configurationId") UUID configurationId) {
        return created(configurations.duplicate(workspace.id(), configurationId));
    }

    @DELETE
    @Path(ID)
    public void delete(
            @PathParam("configurationId") UUID configurationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        configurations.delete(workspace.id(), configurationId, IfMatch.version(ifMatch));
    }

    private Response created(TrainingConfigurationView configuration) {
        var location = uri.getBaseUriBuilder()
                .path(TrainingConfigurationsResource.class)
                .path(configuration.id().toString())
                .build();
        return Response.created(location).entity(configuration).build();
    }
}
