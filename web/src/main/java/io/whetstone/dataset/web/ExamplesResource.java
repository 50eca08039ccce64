package io.whetstone.dataset.web;

import io.whetstone.access.web.Access;
import io.whetstone.dataset.service.DatasetView;
import io.whetstone.dataset.service.ExampleService;
import io.whetstone.dataset.service.ExampleView;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/datasets/examples}: the data that comes with the product. */
@Path("datasets")
@Tag(name = "Datasets")
@ApplicationScoped
@Access(Scope.TRAINING)
@Produces(MediaType.APPLICATION_JSON)
public class ExamplesResource {
    @Inject
    ExampleService examples;

    @Inject
    CurrentWorkspace workspace;

    @GET
    @Path("examples")
    public Page<ExampleView> list() {
        return new Page<>(examples.list(workspace.id()), null);
    }

    /** Adds each of its files as a dataset and answers the one to train on. */
    @POST
    @Path("examples/{name}")
    @Idempotent
    @APIResponseSchema(value = DatasetView.class, responseCode = "201")
    public Response add(@PathParam("name") String name) {
        return Response.status(Response.Status.CREATED)
                .entity(examples.add(workspace.id(), name))
                .build();
    }
}
