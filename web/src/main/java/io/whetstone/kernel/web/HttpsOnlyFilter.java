package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.HttpConfig;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/**
 * Where the operator wants it, refuses what came over an open line. It leads nowhere: a program that was led to https
 * would go on to send its token in the clear first.
 */
public class HttpsOnlyFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String DETAIL = "This installation is asked by https only."
            + " A proxy that ends TLS must be trusted (whetstone.http.trusted-proxies) and send X-Forwarded-Proto.";

    @Inject
    transient HttpConfig config;

    @Inject
    transient Proxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (config.httpsOnly() && !proxies.cameEncrypted(request) && !proxies.isLocal(request)) {
            Problem.of(ProblemType.FORBIDDEN, DETAIL, List.of(), null).send(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
