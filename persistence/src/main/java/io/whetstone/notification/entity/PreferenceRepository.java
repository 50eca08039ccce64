package io.whetstone.notification.entity;

import io.whetstone.kernel.EnumText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which kinds of notifications a person has switched off. */
@Dependent
public class PreferenceRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public Set<NotificationKind> unwanted(UUID userId) {
        var kinds = entities.createNativeQuery(
                        "select kind from notification_preferences where user_id = ?1 and not in_app")
                .setParameter(1, userId)
                .getResultList();
        var unwanted = EnumSet.noneOf(NotificationKind.class);
        ((List<?>) kinds).forEach(kind -> unwanted.add(EnumText.parse(NotificationKind.class, (String) kind)));
        return unwanted;
    }

    public void set(UUID userId, NotificationKind kind, boolean inApp) {
        entities.createNativeQuery("insert into notification_preferences (user_id, kind, in_app) values (?1, ?2, ?3)"
                        + " on conflict (user_id, kind) do update set in_app = excluded.in_app")
                .setParameter(1, userId)
                .setParameter(2, EnumText.of(kind))
                .setParameter(3, inApp)
                .executeUpdate();
    }
}
