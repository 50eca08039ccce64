package io.whetstone.activity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.activity.entity.Activity.Person;
import io.whetstone.activity.entity.Activity.Thing;
import io.whetstone.activity.entity.ActivityRepository.Filter;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Filter ALL = new Filter(null, null);

    final ActivityRepository activities = new ActivityRepository();

    @BeforeEach
    void inject() {
        activities.entities = entities;
    }

    @Test
    void members_read_what_happened_newest_first_and_strangers_nothing() {
        var ada = givenWorkspace();
        var eve = givenWorkspace();
        asSystem();
        did(ada, "dataset.created", ada, NOON);
        var shared = did(ada, "share.created", ada, NOON.plusSeconds(1));
        commit();

        as(ada);
        assertThat(activities.newest(ada, ALL, null, 10))
                .extracting(Activity::action)
                .containsExactly("share.created", "dataset.created");
        assertThat(activities.newest(ada, ALL, new Cursor(shared.at(), shared.id()), 10))
                .extracting(Activity::action)
                .containsExactly("dataset.created");
        as(eve);
        assertThat(activities.newest(ada, ALL, null, 10)).isEmpty();
    }

    @Test
    void it_is_found_by_person_and_kind() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        asSystem();
        did(ada, "dataset.created", ada, NOON);
        did(ada, "comment.created", bob, NOON);

        assertThat(activities.newest(ada, new Filter(bob, null), null, 10)).hasSize(1);
        assertThat(activities.newest(ada, new Filter(null, "dataset"), null, 10))
                .hasSize(1);
        assertThat(activities.newest(ada, new Filter(bob, "dataset"), null, 10)).isEmpty();
    }

    @Test
    void nobody_writes_their_own_history() {
        var ada = givenWorkspace();

        as(ada);

        assertThatThrownBy(() -> did(ada, "dataset.created", ada, NOON)).hasMessageContaining("row-level security");
    }

    private Activity did(UUID workspace, String action, UUID person, Instant at) {
        var activity = new Activity(
                workspace, action, new Thing("dataset", UUID.randomUUID(), "d"), new Person(person, "Ada"), at);
        activities.add(activity);
        return activity;
    }
}
