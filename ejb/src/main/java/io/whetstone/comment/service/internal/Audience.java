package io.whetstone.comment.service.internal;

import io.whetstone.access.entity.ShareRepository;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.comment.service.PersonView;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.service.WorkspaceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people who can read an object and what is said about it. Neither side sees all of them by itself: members do not
 * see the other workspaces, and grantees do not see the members.
 */
@ApplicationScoped
@SystemScoped
public class Audience {
    @Inject
    WorkspaceNames workspaces;

    @Inject
    ShareRepository shares;

    @Inject
    People people;

    @Inject
    DiscussedObjects objects;

    public Set<UUID> of(Target target) {
        var readers = new HashSet<UUID>(
                target.type().isPersonal()
                        ? objects.ownerOf(target).stream().toList()
                        : workspaces.peopleIn(target.workspaceId()));
        for (var share : shares.ofObject(target.workspaceId(), target.type(), target.id())) {
            if (share.granteeUserId() != null) {
                readers.add(share.granteeUserId());
            }
            if (share.granteeWorkspaceId() != null) {
                readers.addAll(workspaces.peopleIn(share.granteeWorkspaceId()));
            }
        }
        return readers;
    }

    /** The people named, of whom each must be able to read the object. */
    public Set<UUID> named(Target target, @Nullable Set<UUID> mentions) {
        if (mentions == null || mentions.isEmpty()) {
            return Set.of();
        }
        if (!of(target).containsAll(mentions)) {
            throw ProblemException.invalid("/mentions", "names somebody who cannot see this");
        }
        return mentions;
    }

    /** Those whose name holds this text, by name. */
    public List<PersonView> find(Target target, String text, int most) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return people.among(of(target)).stream()
                .filter(Person::active)
                .filter(person -> person.displayName().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(
                                (Person person) -> person.displayName().toLowerCase(Locale.ROOT))
                        .thenComparing(Person::id))
                .limit(most)
                .map(Audience::view)
                .toList();
    }

    /** What people are called, by id. */
    public Map<UUID, PersonView> called(Collection<UUID> ids) {
        return people.among(ids).stream().collect(Collectors.toMap(Person::id, Audience::view));
    }

    private static PersonView view(Person person) {
        return new PersonView(person.id(), person.displayName());
    }
}
