package io.whetstone.sso.web;

import io.whetstone.sso.service.SsoConfig;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.UUID;

/** Where browsers find this installation: as configured, or where this request came to. */
@RequestScoped
public class PublicAddress {
    @Inject
    SsoConfig config;

    @Inject
    HttpServletRequest request;

    URI of(String path) {
        var base = config.publicUrl()
                .orElseGet(() -> UriBuilder.fromUri(request.getRequestURL().toString())
                        .replacePath("")
                        .build());
        return UriBuilder.fromUri(base).path(path).build();
    }

    /** Where an issuer sends the browser back to; it has to be registered there. */
    URI callback(UUID providerId) {
        return of("/api/auth/sso/" + providerId + "/callback");
    }
}
