package io.whetstone.storage.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.storage.service.Checksum;
import io.whetstone.storage.service.StartUpload;
import io.whetstone.storage.service.StorageConfig;
import io.whetstone.storage.service.UploadReceiver;
import io.whetstone.storage.service.UploadService;
import io.whetstone.storage.service.UploadView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/uploads}: resumable uploads, TUS 1.0.0. */
@Tus
@Path("uploads")
@Tag(name = "Uploads")
@ApplicationScoped
@Access(Scope.TRAINING)
public class UploadsResource {
    private static final String PART = "application/offset+octet-stream";
    private static final DateTimeFormatter HTTP_TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Inject
    UploadService uploads;

    @Inject
    UploadReceiver receiver;

    @Inject
    StorageConfig config;

    @Inject
    CurrentWorkspace workspace;

    @OPTIONS
    public Response offer() {
        return offered();
    }

    @OPTIONS
    @Path("{uploadId}")
    public Response offerOfOne() {
        return offered();
    }

    /** Announces a file; a body that comes along is its first part. */
    @POST
    public Response start(
            @HeaderParam("Upload-Length") @Nullable Long length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @HeaderParam("Content-Type") @Nullable String type,
            @Nullable InputStream body)
            throws IOException {
        if (length == null) {
            throw ProblemException.invalid("/Upload-Length", "must say how long the file is");
        }
        var sum = Checksum.parse(checksum);
        var names = UploadMetadata.parse(metadata);
        var upload = uploads.start(
                new StartUpload(workspace.id(), names.fileName(), metadata == null ? "" : metadata, length));
        if (PART.equals(type) && body != null) {
            upload = receiver.receive(workspace.id(), upload.id(), 0, body, sum);
        }
        return progress(Response.created(URI.create("uploads/" + upload.id())), upload)
                .build();
    }

    @HEAD
    @Path("{uploadId}")
    public Response get(@PathParam("uploadId") UUID uploadId) {
        var upload = uploads.get(workspace.id(), uploadId);
        var response = progress(Response.ok(), upload)
                .header("Upload-Length", upload.length())
                .header("Cache-Control", "no-store");
        return upload.metadata().isEmpty()
                ? response.build()
                : response.header("Upload-Metadata", upload.metadata()).build();
    }

    @PATCH
    @Path("{uploadId}")
    @Consumes(PART)
    public Response append(
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam("Upload-Offset") @Nullable Long offset,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            InputStream body)
            throws IOException {
        if (offset == null || offset < 0) {
            throw ProblemException.invalid("/Upload-Offset", "must say where this part begins");
        }
        var upload = receiver.receive(workspace.id(), uploadId, offset, body, Checksum.parse(checksum));
        return progress(Response.noContent(), upload).build();
    }

    @DELETE
    @Path("{uploadId}")
    public void terminate(@PathParam("uploadId") UUID uploadId) {
        uploads.terminate(workspace.id(), uploadId);
    }

    private Response offered() {
        return Response.noContent()
                .header("Tus-Extension", "creation,creation-with-upload,termination,expiration,checksum")
                .header("Tus-Max-Size", config.maxUploadSize())
                .header("Tus-Checksum-Algorithm", Checksum.OFFERED)
                .build();
    }

    private static ResponseBuilder progress(ResponseBuilder response, UploadView upload) {
        return response.header("Upload-Offset", upload.received())
                .header("Upload-Expires", HTTP_TIME.format(upload.expiresAt()));
    }
}
