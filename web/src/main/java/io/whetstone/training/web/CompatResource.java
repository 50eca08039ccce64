package io.whetstone.training.web;

import io.whetstone.access.web.Access;
import io.whetstone.flag.web.BehindFlag;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.training.service.TrainingService;
import io.whetstone.training.web.PredecessorJobs.Job;
import io.whetstone.training.web.PredecessorJobs.Started;
import io.whetstone.training.web.PredecessorJobs.TrainRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /train}, {@code /jobs}, {@code /cancel}: the addresses of the training server before this one. */
@Path("compat")
@Tag(name = "Predecessor")
@ApplicationScoped
@Access(Scope.TRAINING)
@BehindFlag("predecessor_addresses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CompatResource {
    @Inject
    PredecessorJobs jobs;

    @Inject
    TrainingService training;

    @Inject
    CurrentWorkspace workspace;

    @POST
    @Path("train")
    @Idempotent
    public Started train(@NotNull @Valid TrainRequest request) {
        return jobs.start(workspace.id(), request);
    }

    /** The newest jobs. */
    @GET
    @Path("jobs")
    public Map<String, List<Job>> list() {
        var newest = training.list(workspace.id(), null, null, Page.MAX_LIMIT);
        return Map.of("jobs", newest.items().stream().map(Job::of).toList());
    }

    @GET
    @Path("jobs/{jobId}")
    public Job get(@PathParam("jobId") UUID jobId) {
        return Job.of(training.get(workspace.id(), jobId));
    }

    @POST
    @Path("cancel/{jobId}")
    public Job cancel(@PathParam("jobId") UUID jobId) {
        return Job.of(training.cancel(workspace.id(), jobId));
    }
}
