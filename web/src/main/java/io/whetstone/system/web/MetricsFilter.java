package io.whetstone.system.web;

import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Network;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.system.service.SystemConfig;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Set;

/**
 * Shows {@code /metrics} to administrators, to keys of theirs with the scope {@code admin}, and to the networks that
 * the operator names: what runs here, and how much of it, is nobody else's business.
 */
public class MetricsFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<PrincipalKind> KINDS =
            Set.of(PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY);

    @Inject
    transient SystemConfig config;

    private transient List<Network> networks = List.of();

    @Inject
    transient Caller caller;

    @Inject
    transient Origin origin;

    @Override
    public void init() {
        networks = Network.list("whetstone.metrics.networks", config.metricsNetworks());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var principal = caller.find();
        if (principal.filter(MetricsFilter::mayRead).isPresent() || Network.anyContains(networks, origin.address())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(
                    principal.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean mayRead(Principal principal) {
        return principal.isAdmin() && KINDS.contains(principal.kind()) && principal.covers(Scope.ADMIN, false);
    }
}
