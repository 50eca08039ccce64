package io.whetstone.notification.service;

import io.whetstone.notification.entity.Notification;
import io.whetstone.notification.entity.NotificationKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told of.
 *
 * @param workspaceId where it happened
 * @param excerpt some of what was said; may be empty
 * @param link the page of the application that shows it
 * @param readAt null while it is unread
 */
public record NotificationView(
        UUID id,
        NotificationKind kind,
        @Nullable UUID workspaceId,
        String title,
        String excerpt,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {

    static NotificationView of(Notification it) {
        return new NotificationView(
                it.id(), it.kind(), it.workspaceId(), it.title(), it.excerpt(), it.link(), it.createdAt(), it.readAt());
    }
}
