package io.whetstone.dataset.web;

import io.whetstone.access.web.Access;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.ChangeDataset;
import io.whetstone.dataset.service.CreateDataset;
import io.whetstone.dataset.service.DatasetService;
import io.whetstone.dataset.service.DatasetVersionService;
import io.whetstone.dataset.service.DatasetView;
import io.whetstone.dataset.service.RowPager;
import io.whetstone.dataset.service.RowProblemView;
import io.whetstone.dataset.service.RowView;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.kernel.web.IfMatch;
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

/** {@code /api/datasets}: the datasets of the workspace and what is in them. */
@Path("datasets")
@Tag(name = "Datasets")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DatasetsResource {
    private static final String ID = "{datasetId: [0-9a-fA-F-]{36}}";

    @Inject
    DatasetService datasets;

    @Inject
    DatasetVersionService versions;

    @Inject
    RowPager rows;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    /** The body of a creation. */
    public record CreateRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 2000) String description,
            @NotNull UUID uploadId,
            @Nullable DatasetFormat format) {}

    @GET
    public Page<DatasetView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return datasets.list(workspace.id(), search, Cursor.parse(cursor), Page.limit(limit));
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = DatasetView.class, responseCode = "201")
    public Response create(@NotNull @Valid CreateRequest request) {
        var made = datasets.create(new CreateDataset(
                workspace.id(), request.name(), request.description(), request.uploadId(), request.format()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(made)
                .build();
    }

    @GET
    @Path(ID)
    public DatasetView get(@PathParam("datasetId") UUID datasetId) {
        return datasets.get(workspace.id(), datasetId);
    }

    @PATCH
    @Path(ID)
    public DatasetView change(
            @PathParam("datasetId") UUID datasetId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeDataset request) {
        return datasets.change(workspace.id(), datasetId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path(ID)
    public void delete(
            @PathParam("datasetId") UUID datasetId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        datasets.delete(workspace.id(), datasetId, IfMatch.version(ifMatch));
    }

    /** Rows in their normal form. A search reads a bounded part: an empty page with a cursor means "go on". */
    @GET
    @Path(ID + "/rows")
    public Page<RowView> rows(
            @PathParam("datasetId") UUID datasetId,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return rows.page(versions.readable(workspace.id(), datasetId, version), search, cursor, Page.limit(limit));
    }

    /** The first thousand rows that were left out, with lines and reasons. */
    @GET
    @Path(ID + "/problems")
    public Page<RowProblemView> problems(
            @PathParam("datasetId") UUID datasetId,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return versions.problems(workspace.id(), datasetId, version, cursor, Page.limit(limit));
    }
}
