package io.whetstone.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Refuses live connections that a page of another site opens. Browsers always send an {@code Origin} with a handshake
 * and obey no answer to it, so that only the server can refuse; programs need none.
 */
public class SocketOriginFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient OwnPages pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (pages.isOwn(request.getHeader("Origin"), request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
