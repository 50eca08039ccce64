package io.whetstone.notification.service.internal;

import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.notification.entity.Notification;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationRepository;
import io.whetstone.notification.entity.PreferenceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Tells people of things, as the system: whoever did it does not see what others are told. */
@ApplicationScoped
@SystemScoped
public class Notifier {
    @Inject
    NotificationRepository notifications;

    @Inject
    PreferenceRepository preferences;

    @Inject
    NotificationNews news;

    @Inject
    NotificationMail mail;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** Joins the caller's transaction; what the person does not want is dropped. */
    public void tell(UUID userId, Content content) {
        var ways = Objects.requireNonNull(preferences.of(userId).get(content.kind()));
        if (ways.inApp()) {
            var notification = new Notification(userId, content, clock.instant());
            notifications.add(notification);
            news.changed(userId, "created", notification.id());
        }
        if (ways.mail()) {
            people.find(userId).filter(Person::active).ifPresent(person -> mail.send(person, content));
        }
    }

    /** What a person is called. */
    public String nameOf(UUID userId) {
        return people.find(userId).map(Person::displayName).orElse("Somebody");
    }
}
