package io.whetstone.dataset.web;

import io.whetstone.access.web.Access;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.DatasetVersionService;
import io.whetstone.dataset.service.DatasetVersionView;
import io.whetstone.dataset.service.SplitDataset;
import io.whetstone.dataset.service.SplitView;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/datasets/{datasetId}}: its versions, its split in two and its rows as a file. */
@Path("datasets")
@Tag(name = "Datasets")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DatasetVersionsResource {
    private static final String ID = "{datasetId: [0-9a-fA-F-]{36}}";

    @Inject
    DatasetVersionService versions;

    @Inject
    DatasetFiles files;

    @Inject
    CurrentWorkspace workspace;

    /** The body of a new version. */
    public record VersionRequest(@NotNull UUID uploadId) {}

    /** The body of a split; {@code fraction} is the share that is held out. */
    public record SplitRequest(
            @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
            double fraction,

            @Nullable Long seed) {}

    @GET
    @Path(ID + "/versions")
    public Page<DatasetVersionView> list(
            @PathParam("datasetId") UUID datasetId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return versions.list(workspace.id(), datasetId, cursor, Page.limit(limit));
    }

    @POST
    @Path(ID + "/versions")
    @Idempotent
    @APIResponseSchema(value = DatasetVersionView.class, responseCode = "201")
    public Response add(@PathParam("datasetId") UUID datasetId, @NotNull @Valid VersionRequest request) {
        var version = versions.add(workspace.id(), datasetId, request.uploadId());
        return Response.status(Response.Status.CREATED).entity(version).build();
    }

    @POST
    @Path(ID + "/split")
    @Idempotent
    @APIResponseSchema(value = SplitView.class, responseCode = "201")
    public Response split(@PathParam("datasetId") UUID datasetId, @NotNull @Valid SplitRequest request) {
        long seed = request.seed() == null ? 0 : request.seed();
        var parts = versions.split(new SplitDataset(workspace.id(), datasetId, request.fraction(), seed));
        return Response.status(Response.Status.CREATED).entity(parts).build();
    }

    /** The normalised rows as JSON lines; a part of them with {@code Range}. */
    @GET
    @Path(ID + "/download")
    @Produces({"application/jsonl", "*/*"})
    public Response download(
            @PathParam("datasetId") UUID datasetId,
            @QueryParam("version") @Nullable Integer version,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known)
            throws IOException {
        var found = versions.readable(workspace.id(), datasetId, version);
        return new RowsDownload(files, found).answer(range, ifRange, known);
    }
}
