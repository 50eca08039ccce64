package io.whetstone.training.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.training.service.EstimateView;
import io.whetstone.training.service.Parameter;
import io.whetstone.training.service.TrainingEstimateService;
import io.whetstone.training.web.PredecessorJobs.Started;
import io.whetstone.training.web.PredecessorJobs.TrainRequest;
import io.whetstone.training.web.TrainingJobsResource.StartRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/training}: what can be set and what it would cost, and the predecessor's way to start. */
@Path("training")
@Tag(name = "Training")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrainingResource {
    @Inject
    TrainingEstimateService estimates;

    @Inject
    PredecessorJobs jobs;

    @Inject
    CurrentWorkspace workspace;

    @GET
    @Path("parameters")
    public List<Parameter> parameters() {
        return estimates.parameters();
    }

    @POST
    @Path("estimate")
    public EstimateView estimate(@NotNull @Valid StartRequest request) {
        return estimates.estimate(request.in(workspace.id()));
    }

    /** Starts a job from {@code {"dataset": "<id>", "config": {"model": "…", "epochs": 3}}}. */
    @POST
    @Idempotent
    public Started start(@NotNull @Valid TrainRequest request) {
        return jobs.start(workspace.id(), request);
    }
}
