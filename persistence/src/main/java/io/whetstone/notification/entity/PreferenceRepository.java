package io.whetstone.notification.entity;

import io.whetstone.kernel.EnumText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people want to be told of which kinds of things. */
@Dependent
public class PreferenceRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Where a person is told of a kind of thing. */
    public record Ways(boolean inApp, boolean mail) {}

    /** The ways of every kind, as the person chose or as they are by default. */
    public Map<NotificationKind, Ways> of(UUID userId) {
        var ways = new EnumMap<NotificationKind, Ways>(NotificationKind.class);
        for (var kind : NotificationKind.values()) {
            ways.put(kind, new Ways(true, kind.isMailed()));
        }
        var rows = entities.createNativeQuery(
                        "select kind, in_app, mail from notification_preferences where user_id = ?1")
                .setParameter(1, userId)
                .getResultList();
        ((List<?>) rows).forEach(row -> read(row, ways));
        return ways;
    }

    public void set(UUID userId, NotificationKind kind, Ways ways) {
        entities.createNativeQuery("insert into notification_preferences (user_id, kind, in_app, mail)"
                        + " values (?1, ?2, ?3, ?4)"
                        + " on conflict (user_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail")
                .setParameter(1, userId)
                .setParameter(2, EnumText.of(kind))
                .setParameter(3, ways.inApp())
                .setParameter(4, ways.mail())
                .executeUpdate();
    }

    private static void read(@Nullable Object row, Map<NotificationKind, Ways> ways) {
        var columns = (Object[]) Objects.requireNonNull(row);
        var kind = EnumText.parse(NotificationKind.class, (String) columns[0]);
        ways.put(Objects.requireNonNull(kind), new Ways((boolean) columns[1], (boolean) columns[2]));
    }
}
