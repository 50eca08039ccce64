package io.whetstone.task.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.task.service.TaskService;
import io.whetstone.task.service.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/tasks}: how far slow work is, and a way to stop it. */
@Path("tasks")
@Tag(name = "Tasks")
@ApplicationScoped
@Access(Scope.TRAINING)
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {
    @Inject
    TaskService tasks;

    @Inject
    CurrentWorkspace workspace;

    @GET
    @Path("{taskId}")
    public TaskView get(@PathParam("taskId") UUID taskId) {
        return tasks.get(workspace.id(), taskId);
    }

    @POST
    @Path("{taskId}/cancel")
    public TaskView cancel(@PathParam("taskId") UUID taskId) {
        return tasks.cancel(workspace.id(), taskId);
    }
}
