package io.whetstone.activity.service.internal;

import io.whetstone.access.entity.ShareRepository;
import io.whetstone.access.entity.Shareable;
import io.whetstone.activity.entity.Activity.Thing;
import io.whetstone.kernel.EnumText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;

/** Keeps what is one person's alone out of the feed of the workspace, unless that workspace was let in. */
@ApplicationScoped
public class PersonalThings {
    @Inject
    ShareRepository shares;

    boolean isOpen(UUID workspaceId, Thing thing) {
        var id = thing.id();
        var type = Arrays.stream(Shareable.values())
                .filter(Shareable::isPersonal)
                .filter(kind -> EnumText.of(kind).equals(thing.subject()))
                .findFirst();
        return type.isEmpty()
                || (id != null
                        && shares.ofObject(workspaceId, type.get(), id).stream()
                                .anyMatch(share -> workspaceId.equals(share.granteeWorkspaceId())));
    }
}
