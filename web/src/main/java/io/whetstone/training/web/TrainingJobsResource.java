package io.whetstone.training.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.kernel.web.QueryEnum;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.CheckpointView;
import io.whetstone.training.service.LogView;
import io.whetstone.training.service.MetricView;
import io.whetstone.training.service.StartTraining;
import io.whetstone.training.service.TrainingJobView;
import io.whetstone.training.service.TrainingLogs;
import io.whetstone.training.service.TrainingRecordService;
import io.whetstone.training.service.TrainingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/training/jobs}: starting training jobs, following them, ending them. */
@Path("training/jobs")
@Tag(name = "Training")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrainingJobsResource {
    /**
     * What to train on what, and how. Parameters that are left out take their defaults. The job remembers the
     * configuration that it begins with; the values are those of the request.
     */
    public record StartRequest(
            @Nullable @Size(max = 200) String name,
            @NotNull UUID modelId,
            @NotNull UUID datasetId,
            @Nullable UUID evalDatasetId,
            @Nullable UUID configurationId,
            @Nullable JsonNode parameters) {
        StartTraining in(UUID workspaceId) {
            return new StartTraining(workspaceId, name, modelId, datasetId, evalDatasetId, configurationId, parameters);
        }
    }

    @Inject
    TrainingService training;

    @Inject
    TrainingRecordService records;

    @Inject
    TrainingLogs logs;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    @GET
    public Page<TrainingJobView> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return training.list(workspace.id(), QueryEnum.parse(JobStatus.class, "status", status), cursor, limit);
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = TrainingJobView.class, responseCode = "201")
    public Response start(@NotNull @Valid StartRequest request) {
        return created(training.start(request.in(workspace.id())));
    }

    @GET
    @Path("{jobId}")
    @Access(
            value = Scope.TRAINING,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.JOB})
    public TrainingJobView get(@PathParam("jobId") UUID jobId) {
        return training.get(workspace.id(), jobId);
    }

    @POST
    @Path("{jobId}/cancel")
    @Access(
            value = Scope.TRAINING,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.JOB})
    public TrainingJobView cancel(@PathParam("jobId") UUID jobId) {
        return training.cancel(workspace.id(), jobId);
    }

    /** A new job that goes on from the newest checkpoint. */
    @POST
    @Path("{jobId}/resume")
    @Idempotent
    @APIResponseSchema(value = TrainingJobView.class, responseCode = "201")
    public Response resume(@PathParam("jobId") UUID jobId) {
        return created(training.resume(workspace.id(), jobId));
    }

    @GET
    @Path("{jobId}/metrics")
    @Access(
            value = Scope.TRAINING,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.JOB})
    public Page<MetricView> metrics(
            @PathParam("jobId") UUID jobId,
            @QueryParam("after") @DefaultValue("-1") int after,
            @QueryParam("limit") @Nullable Integer limit) {
        return records.metrics(workspace.id(), jobId, after, limit);
    }

    @GET
    @Path("{jobId}/logs")
    @Access(
            value = Scope.TRAINING,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.JOB})
    public LogView logs(@PathParam("jobId") UUID jobId, @QueryParam("after") @DefaultValue("0") long after) {
        return logs.read(workspace.id(), jobId, after);
    }

    @GET
    @Path("{jobId}/checkpoints")
    @Access(
            value = Scope.TRAINING,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.JOB})
    public Page<CheckpointView> checkpoints(@PathParam("jobId") UUID jobId) {
        return records.checkpoints(workspace.id(), jobId);
    }

    private Response created(TrainingJobView job) {
        var location = uri.getBaseUriBuilder()
                .path(TrainingJobsResource.class)
                .path(job.id().toString())
                .build();
        return Response.created(location).entity(job).build();
    }
}
