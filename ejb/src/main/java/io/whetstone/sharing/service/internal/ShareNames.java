package io.whetstone.sharing.service.internal;

import io.whetstone.access.entity.Share;
import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sharing.service.ShareView;
import io.whetstone.workspace.service.WorkspaceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts names to shares: of objects, people and workspaces that row-level security does not show to both sides. */
@ApplicationScoped
@SystemScoped
public class ShareNames {
    @Inject
    @Any
    Instance<ShareableKind> kinds;

    @Inject
    People people;

    @Inject
    WorkspaceNames workspaces;

    public ShareView view(Share share) {
        return new ShareView(
                share.id(),
                share.version(),
                share.workspaceId(),
                share.resourceType(),
                share.resourceId(),
                object(share.workspaceId(), share.resourceType(), share.resourceId())
                        .orElse(null),
                grantee(share.granteeUserId(), share.granteeWorkspaceId()),
                share.granteeUserId(),
                share.granteeWorkspaceId(),
                share.level(),
                share.note(),
                person(share.createdBy()),
                share.createdAt());
    }

    /** What the object is called; empty when the workspace has none with this id. */
    public Optional<String> object(UUID workspaceId, Shareable type, UUID id) {
        return kinds.stream()
                .filter(kind -> kind.type() == type)
                .findFirst()
                .flatMap(kind -> kind.nameOf(workspaceId, id));
    }

    private String grantee(@Nullable UUID userId, @Nullable UUID workspaceId) {
        return userId == null ? workspaces.of(workspaceId) : person(userId);
    }

    private String person(UUID userId) {
        return people.find(userId).map(Person::displayName).orElse("");
    }
}
