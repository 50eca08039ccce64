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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands before the API and the pages: the other addresses of the API, the pages that the browser routes itself,
 * and the headers that keep a browser strict.
 */
public class BrowserFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html dompurify";

    /** Addresses of the training server that this product replaces. */
    private static final Pattern PREDECESSOR = Pattern.compile("/(train|jobs(/[^/]+)?|cancel/[^/]+)");

    private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Za-z0-9]{8,}\\.\\w+");
    private static final Set<String> OWN = Set.of("api", "health", "metrics", "openapi", "live", "ws", "assets");

    @Inject
    transient Origin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        harden(path, response);
        if (origin.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/v1/") || path.startsWith("/.well-known/")) {
            request.getRequestDispatcher("/api" + path).forward(request, response);
        } else if (PREDECESSOR.matcher(path).matches()) {
            request.getRequestDispatcher("/api/compat" + path).forward(request, response);
        } else if (isPage(request, path)) {
            request.getRequestDispatcher("/index.html").forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        var first = path.split("/", 3)[1];
        return "GET".equals(request.getMethod()) && !first.contains(".") && !OWN.contains(first);
    }

    private static void harden(String path, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cache-Control", caching(path));
    }

    /**
     * Files with a hash in their name never change, pages are asked for anew, and what the API answers is kept nowhere.
     */
    private static String caching(String path) {
        if (HASHED.matcher(path).matches()) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") || path.startsWith("/v1/") ? "no-store" : "no-cache";
    }
}
