package io.whetstone.comment.service.internal;

import io.whetstone.access.service.ShareableKind;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;

/** The objects that are talked about, as the caller finds them. */
@ApplicationScoped
public class DiscussedObjects {
    @Inject
    @Any
    Instance<ShareableKind> kinds;

    /** What the object is called; what is not there is not found. */
    public String nameOf(Target target) {
        return kinds.stream()
                .filter(kind -> kind.type() == target.type())
                .findFirst()
                .flatMap(kind -> kind.nameOf(target.workspaceId(), target.id()))
                .orElseThrow(
                        () -> ProblemException.notFound(target.type().name().toLowerCase(Locale.ROOT), target.id()));
    }
}
