package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of a request: the one in {@code X-Workspace-Id}, or the one of a key, or the caller's own. Naming one
 * opens nothing.
 */
@RequestScoped
public class CurrentWorkspace {
    private static final String HEADER = "X-Workspace-Id";

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    private @Nullable UUID found;

    public UUID id() {
        if (found == null) {
            var named = request.getHeader(HEADER);
            found = named == null ? caller.principal().homeId() : parse(named);
        }
        return found;
    }

    private static UUID parse(String named) {
        try {
            return UUID.fromString(named);
        } catch (IllegalArgumentException malformed) {
            var problem = ProblemException.invalid("/X-Workspace-Id", "is not a UUID");
            problem.initCause(malformed);
            throw problem;
        }
    }
}
