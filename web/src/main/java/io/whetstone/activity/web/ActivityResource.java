package io.whetstone.activity.web;

import io.whetstone.access.web.Access;
import io.whetstone.activity.service.ActivityService;
import io.whetstone.activity.service.ActivityView;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/activity}: what people did in the workspace. */
@Path("activity")
@Tag(name = "Activity")
@ApplicationScoped
@Access(Scope.READ)
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {
    @Inject
    ActivityService activities;

    @Inject
    CurrentWorkspace workspace;

    /**
     * Newest first.
     *
     * @param kind the noun of the action, such as {@code dataset}
     */
    @GET
    public Page<ActivityView> list(
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return activities.list(workspace.id(), person, kind, Cursor.parse(cursor), Page.limit(limit));
    }
}
