package io.whetstone.notification.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.PreferenceRepository.Ways;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final NotificationRepository notifications = new NotificationRepository();
    final PreferenceRepository preferences = new PreferenceRepository();

    @BeforeEach
    void inject() {
        notifications.entities = entities;
        preferences.entities = entities;
    }

    @Test
    void a_person_finds_their_own_newest_first_and_nobody_elses() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        asSystem();
        told(ada, "first", NOON);
        var second = told(ada, "second", NOON.plusSeconds(1));
        told(bob, "his", NOON);
        commit();

        as(ada);

        assertThat(notifications.newest(ada, false, null, 10))
                .extracting(Notification::title)
                .containsExactly("second", "first");
        assertThat(notifications.newest(ada, false, new Cursor(second.createdAt(), second.id()), 10))
                .extracting(Notification::title)
                .containsExactly("first");
        assertThat(notifications.newest(bob, false, null, 10)).isEmpty();
    }

    @Test
    void what_is_read_counts_no_more() {
        var ada = givenWorkspace();
        asSystem();
        var first = told(ada, "first", NOON);
        told(ada, "second", NOON);
        assertThat(notifications.unread(ada)).isEqualTo(2);

        first.read(NOON);
        first.read(NOON.plusSeconds(60));

        assertThat(first.readAt()).isEqualTo(NOON);
        assertThat(notifications.unread(ada)).isOne();
        assertThat(notifications.newest(ada, true, null, 10)).hasSize(1);
        assertThat(notifications.readAll(ada, NOON)).isOne();
        assertThat(notifications.unread(ada)).isZero();
    }

    @Test
    void old_ones_are_forgotten() {
        var ada = givenWorkspace();
        asSystem();
        told(ada, "old", Instant.EPOCH);
        told(ada, "new", NOON);
        assertThat(notifications.hasBefore(NOON.minusSeconds(1))).isTrue();

        notifications.forget(NOON.minusSeconds(1), 1000);
        entities.clear();

        assertThat(notifications.newest(ada, false, null, 10))
                .extracting(Notification::title)
                .containsExactly("new");
    }

    @Test
    void a_kind_is_told_as_by_default_until_the_person_chooses() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        as(ada);
        assertThat(preferences.of(ada))
                .hasSize(NotificationKind.values().length)
                .containsEntry(NotificationKind.MENTION, new Ways(true, true))
                .containsEntry(NotificationKind.REPLY, new Ways(true, false));

        preferences.set(ada, NotificationKind.MENTION, new Ways(false, false));
        preferences.set(ada, NotificationKind.MENTION, new Ways(false, true));

        assertThat(preferences.of(ada)).containsEntry(NotificationKind.MENTION, new Ways(false, true));
        as(bob);
        assertThat(preferences.of(ada)).containsEntry(NotificationKind.MENTION, new Ways(true, true));
    }

    private Notification told(UUID person, String title, Instant at) {
        var content = new Content(NotificationKind.MENTION, person, title, "", "/");
        var notification = new Notification(person, content, at);
        notifications.add(notification);
        return notification;
    }
}
