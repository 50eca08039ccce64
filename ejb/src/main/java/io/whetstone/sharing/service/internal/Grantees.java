package io.whetstone.sharing.service.internal;

import io.whetstone.access.entity.Share;
import io.whetstone.access.entity.Share.Shared;
import io.whetstone.access.service.Memberships;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.ProblemException;
import io.whetstone.sharing.service.ShareObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds whom somebody wants to share with: a person with an account, or another workspace that they are in. */
@ApplicationScoped
public class Grantees {
    @Inject
    People people;

    @Inject
    Memberships memberships;

    public Share share(Shared object, ShareObject command, UUID byUser, Instant now) {
        var email = command.email();
        var workspace = command.workspaceId();
        if ((email == null) == (workspace == null)) {
            throw ProblemException.invalid("/email", "must be given, or workspaceId, and not both");
        }
        var share = email == null
                ? Share.withWorkspace(object, workspace(workspace, byUser), command.level(), byUser, now)
                : Share.withPerson(object, person(email, byUser), command.level(), byUser, now);
        share.change(command.level(), command.note());
        return share;
    }

    private UUID person(String email, UUID byUser) {
        var person = people.findByEmail(email)
                .filter(Person::active)
                .orElseThrow(() -> ProblemException.invalid("/email", "belongs to no account"));
        if (person.id().equals(byUser)) {
            throw ProblemException.invalid("/email", "is your own");
        }
        return person.id();
    }

    private UUID workspace(@Nullable UUID workspaceId, UUID byUser) {
        if (workspaceId == null || memberships.roleOf(workspaceId, byUser).isEmpty()) {
            throw ProblemException.invalid("/workspaceId", "is none of your workspaces");
        }
        return workspaceId;
    }
}
