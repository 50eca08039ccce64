package io.whetstone.activity.service.internal;

import io.whetstone.access.service.ShareableKind;
import io.whetstone.activity.entity.Activity;
import io.whetstone.activity.entity.Activity.Person;
import io.whetstone.activity.entity.Activity.Thing;
import io.whetstone.activity.entity.ActivityRepository;
import io.whetstone.identity.service.People;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.StorableText;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes lines of the feed, as the system: whoever comments on a shared object is no member of its workspace. */
@ApplicationScoped
@SystemScoped
public class ActivityJournal {
    private static final int LONGEST_NAME = 300;

    @Inject
    ActivityRepository activities;

    @Inject
    @Any
    Instance<ShareableKind> kinds;

    @Inject
    People people;

    @Inject
    PersonalThings personal;

    @Inject
    RealtimePublisher realtime;

    @Inject
    Clock clock;

    public void add(UUID workspaceId, String action, Thing thing, @Nullable UUID actorId) {
        if (!personal.isOpen(workspaceId, thing)) {
            return;
        }
        var named = thing.name().isEmpty() ? nameOf(workspaceId, thing) : thing.name();
        var shown = StorableText.of(named, LONGEST_NAME);
        var activity = new Activity(
                workspaceId,
                action,
                new Thing(thing.subject(), thing.id(), shown),
                new Person(actorId, actorId == null ? "" : person(actorId)),
                clock.instant());
        activities.add(activity);
        realtime.publish(workspaceId, "activity", "created", Map.of("id", activity.id()));
    }

    private String nameOf(UUID workspaceId, Thing thing) {
        var id = thing.id();
        if (id == null) {
            return "";
        }
        if ("user".equals(thing.subject())) {
            return person(id);
        }
        return kinds.stream()
                .filter(kind -> thing.subject().equals(EnumText.of(kind.type())))
                .findFirst()
                .flatMap(kind -> kind.nameOf(workspaceId, id))
                .orElse("");
    }

    private String person(UUID userId) {
        return people.find(userId).map(People.Person::displayName).orElse("");
    }
}
