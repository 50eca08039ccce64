package io.whetstone.notification.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.notification.service.NotificationService;
import io.whetstone.notification.service.NotificationView;
import io.whetstone.notification.service.UnreadView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/notifications}: what the caller was told of, in all workspaces. */
@Path("notifications")
@Tag(name = "Notifications")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
    private static final String ID = "{notificationId: [0-9a-fA-F-]{36}}";

    @Inject
    NotificationService notifications;

    /** Newest first. */
    @GET
    public Page<NotificationView> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return notifications.list(unread, Cursor.parse(cursor), Page.limit(limit));
    }

    /** How many are unread. */
    @GET
    @Path("unread")
    public UnreadView unread() {
        return notifications.unread();
    }

    @POST
    @Path(ID + "/read")
    public NotificationView read(@PathParam("notificationId") UUID notificationId) {
        return notifications.read(notificationId);
    }

    @POST
    @Path("read")
    public UnreadView readAll() {
        return notifications.readAll();
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("notificationId") UUID notificationId) {
        notifications.delete(notificationId);
    }
}
