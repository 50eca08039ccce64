package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/** Answers as a problem what the container refuses before any resource is asked, such as a forged token. */
public class ContainerErrors extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient CredentialNote credentials;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var type = Arrays.stream(ProblemType.values())
                .filter(candidate -> status != null && candidate.status() == status)
                .findFirst()
                .orElse(
                        status != null && status < ProblemType.INTERNAL.status()
                                ? ProblemType.INVALID_REQUEST
                                : ProblemType.INTERNAL);
        var trace = type == ProblemType.INTERNAL ? CorrelationFilter.current() : null;
        if (type == ProblemType.UNAUTHENTICATED) {
            credentials.note(request);
            response.setHeader("WWW-Authenticate", "Bearer realm=\"whetstone\", error=\"invalid_token\"");
        }
        Problem.of(type, null, List.of(), trace).send(response);
    }
}
