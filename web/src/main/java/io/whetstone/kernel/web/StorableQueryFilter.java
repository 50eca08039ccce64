package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.StorableText;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses a query with a text in it that the database cannot look for. In a path the server itself refuses it. */
@Provider
@PreMatching
public class StorableQueryFilter implements ContainerRequestFilter {
    private static final String ENCODED = "%00";

    @Override
    public void filter(ContainerRequestContext request) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query == null || !query.contains(ENCODED)) {
            return;
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!StorableText.is(name) || !values.stream().allMatch(StorableText::is)) {
                throw ProblemException.invalid("/" + name, StorableTexts.RULE);
            }
        });
    }
}
