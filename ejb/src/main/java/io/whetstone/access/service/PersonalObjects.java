package io.whetstone.access.service;

import io.whetstone.access.entity.Shareable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;

/** Knows whose alone an object is, from the capability that keeps it. */
@ApplicationScoped
public class PersonalObjects {
    @Inject
    @Any
    Instance<ShareableKind> kinds;

    /** Whether it is there and this person's. */
    boolean isOwn(UUID userId, UUID workspaceId, Shareable type, UUID id) {
        return kinds.stream()
                .filter(kind -> kind.type() == type)
                .findFirst()
                .flatMap(kind -> kind.ownerOf(workspaceId, id))
                .filter(userId::equals)
                .isPresent();
    }
}
