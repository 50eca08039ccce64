package io.whetstone.notification.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.notification.entity.Notification;
import io.whetstone.notification.entity.NotificationRepository;
import io.whetstone.notification.service.internal.NotificationNews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller was told of, in all workspaces. Every change shows in all of the caller's browsers. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class NotificationService {
    @Inject
    NotificationRepository notifications;

    @Inject
    NotificationNews news;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** Newest first. */
    public Page<NotificationView> list(boolean unreadOnly, @Nullable Cursor after, int limit) {
        var userId = access.requireSelf();
        return Page.of(
                notifications.newest(userId, unreadOnly, after, limit),
                limit,
                it -> new Cursor(it.createdAt(), it.id()),
                NotificationView::of);
    }

    public UnreadView unread() {
        return new UnreadView(notifications.unread(access.requireSelf()));
    }

    public NotificationView read(UUID id) {
        var userId = access.requireSelf();
        var notification = find(userId, id);
        notification.read(clock.instant());
        news.changed(userId, "read", id);
        return NotificationView.of(notification);
    }

    public UnreadView readAll() {
        var userId = access.requireSelf();
        if (notifications.readAll(userId, clock.instant()) > 0) {
            news.changed(userId, "read", null);
        }
        return new UnreadView(0);
    }

    public void delete(UUID id) {
        var userId = access.requireSelf();
        notifications.remove(find(userId, id));
        news.changed(userId, "removed", id);
    }

    private Notification find(UUID userId, UUID id) {
        return notifications.find(userId, id).orElseThrow(() -> ProblemException.notFound("notification", id));
    }
}
