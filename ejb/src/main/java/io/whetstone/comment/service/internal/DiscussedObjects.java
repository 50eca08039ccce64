package io.whetstone.comment.service.internal;

import io.whetstone.access.service.ShareableKind;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The objects that are talked about, as the caller finds them. */
@ApplicationScoped
public class DiscussedObjects {
    @Inject
    @Any
    Instance<ShareableKind> kinds;

    /** What the object is called; what is not there is not found. */
    public String nameOf(Target target) {
        return kind(target)
                .flatMap(kind -> kind.nameOf(target.workspaceId(), target.id()))
                .orElseThrow(
                        () -> ProblemException.notFound(target.type().name().toLowerCase(Locale.ROOT), target.id()));
    }

    /** Whose it is alone until it is shared. */
    public Optional<UUID> ownerOf(Target target) {
        return kind(target).flatMap(kind -> kind.ownerOf(target.workspaceId(), target.id()));
    }

    private Optional<ShareableKind> kind(Target target) {
        return kinds.stream().filter(kind -> kind.type() == target.type()).findFirst();
    }
}
