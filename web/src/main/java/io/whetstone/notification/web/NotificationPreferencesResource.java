package io.whetstone.notification.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.QueryEnum;
import io.whetstone.notification.entity.NotificationKind;
import io.whetstone.notification.service.ChangePreference;
import io.whetstone.notification.service.NotificationPreferenceService;
import io.whetstone.notification.service.PreferenceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/notifications/preferences}: what the caller wants to be told of. */
@Path("notifications/preferences")
@Tag(name = "Notifications")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationPreferencesResource {
    @Inject
    NotificationPreferenceService preferences;

    @GET
    public Page<PreferenceView> list() {
        return new Page<>(preferences.list(), null);
    }

    @PUT
    @Path("{kind}")
    public PreferenceView change(@PathParam("kind") String kind, @NotNull @Valid ChangePreference request) {
        var wanted = QueryEnum.parse(NotificationKind.class, "kind", kind);
        if (wanted == null) {
            throw ProblemException.invalid("/kind", "must be given");
        }
        return preferences.change(wanted, request);
    }
}
