package io.whetstone.storage.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses requests that speak another version of TUS, or none. */
@Tus
@Provider
public class TusFilter implements ContainerRequestFilter {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = request.getHeaderString(RESUMABLE);
        if (!HttpMethod.OPTIONS.equals(request.getMethod()) && !VERSION.equals(asked)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "Send the header Tus-Resumable with the version " + VERSION);
        }
    }
}
