package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Notes for the audit what was refused to somebody: the endpoint, without what its address may keep secret. */
@ApplicationScoped
public class RefusalNote {
    private static final Set<Integer> REFUSALS =
            Set.of(ProblemType.FORBIDDEN.status(), ProblemType.TOO_MANY_REQUESTS.status());
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    @Inject
    Event<Audited> audit;

    void note(int status, String code, String method, UriInfo uri) {
        if (REFUSALS.contains(status)) {
            audit.fire(new Audited(
                    "access.refused",
                    null,
                    "endpoint",
                    null,
                    Map.of(),
                    Map.of("method", method, "path", path(uri), "code", code)));
        }
    }

    /** Ids stay readable; anything else in a path, such as the secret of an invitation, is told by its name. */
    private static String path(UriInfo uri) {
        var path = "/" + uri.getPath(false);
        for (var parameter : uri.getPathParameters(false).entrySet()) {
            for (var value : parameter.getValue()) {
                if (!ID.matcher(value).matches()) {
                    path = path.replace("/" + value, "/{" + parameter.getKey() + "}");
                }
            }
        }
        return path;
    }
}
