package io.whetstone.training.token.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.training.token.service.JobTokenService;
import io.whetstone.training.token.service.JobTokenView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/training/jobs/{jobId}/tokens}: tokens that read and cancel one job. A token cannot make tokens. */
@Path("training/jobs/{jobId}/tokens")
@Tag(name = "Training")
@ApplicationScoped
@Access(Scope.TRAINING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JobTokensResource {
    /** How long the token lives; as the installation is set when left out. */
    public record JobTokenRequest(
            @Nullable @Min(1) @Max(43_200) Integer lifeSeconds) {
        @Nullable
        Duration life() {
            return lifeSeconds == null ? null : Duration.ofSeconds(lifeSeconds);
        }
    }

    @Inject
    JobTokenService tokens;

    @Inject
    CurrentWorkspace workspace;

    /** Told once, and kept nowhere. */
    @POST
    @APIResponseSchema(value = JobTokenView.class, responseCode = "201")
    public Response issue(@PathParam("jobId") UUID jobId, @NotNull @Valid JobTokenRequest request) {
        var issued = tokens.issue(workspace.id(), jobId, request.life());
        return Response.status(Status.CREATED).entity(issued).build();
    }

    /** Ends all tokens of the job that were issued until now. */
    @DELETE
    public void end(@PathParam("jobId") UUID jobId) {
        tokens.endAll(workspace.id(), jobId);
    }
}
