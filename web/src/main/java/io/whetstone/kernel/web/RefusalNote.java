package io.whetstone.kernel.web;

import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notes for the audit what was refused to somebody and where, without what was sent or an address keeps secret. */
@ApplicationScoped
public class RefusalNote {
    private static final Set<Integer> REFUSALS =
            Set.of(ProblemType.FORBIDDEN.status(), ProblemType.TOO_MANY_REQUESTS.status());
    private static final int MOST_FIELDS = 20;

    // A name that nobody knows comes from the caller: it is noted only where it looks like a field.
    private static final Pattern KNOWN = Pattern.compile("[A-Za-z0-9/_.-]{1,100}");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    @Inject
    Event<Audited> audit;

    void note(Problem problem, String method, UriInfo uri) {
        var endpoint = Map.<String, Object>of("method", method, "path", path(uri), "code", problem.code());
        if (REFUSALS.contains(problem.status())) {
            fire("access.refused", endpoint);
        } else if (problem.status() == ProblemType.INVALID_REQUEST.status()) {
            var after = new HashMap<>(endpoint);
            after.put("fields", fields(problem));
            fire("input.refused", after);
        }
    }

    private void fire(String action, Map<String, Object> after) {
        audit.fire(new Audited(action, null, "endpoint", null, Map.of(), after));
    }

    /** Which fields were wrong, not what was in them. */
    private static String fields(Problem problem) {
        return problem.errors().stream()
                .map(FieldProblem::pointer)
                .filter(pointer -> KNOWN.matcher(pointer).matches())
                .distinct()
                .limit(MOST_FIELDS)
                .collect(Collectors.joining(" "));
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
