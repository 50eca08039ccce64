package io.whetstone.kernel.web;

import io.whetstone.kernel.service.Origin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an id that its answer, its log lines and its problems carry. A caller may bring one along. */
public class CorrelationFilter extends HttpFilter {
    static final String HEADER = "X-Request-Id";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    @Inject
    transient Origin origin;

    @Inject
    transient Proxies proxies;

    /** The id of the request that this thread serves, or a new one outside of any. */
    static String current() {
        var id = CURRENT.get();
        return id == null ? UUID.randomUUID().toString() : id;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var brought = request.getHeader(HEADER);
        var id = brought != null && ACCEPTABLE.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        CURRENT.set(id);
        var agent = request.getHeader("User-Agent");
        origin.set(proxies.client(request), agent == null ? "" : agent, id, proxies.isSecure(request));
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
