package io.whetstone.kernel.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who stands between people and the server. */
@ApplicationScoped
public class HttpConfig {
    @Inject
    @ConfigProperty(name = "whetstone.http.trusted-proxies")
    Optional<String> trustedProxies;

    /**
     * Addresses or networks (192.0.2.0/24) of proxies, separated by commas, whose X-Forwarded-For and X-Forwarded-Proto
     * are believed. Empty: nobody's.
     */
    public Optional<String> trustedProxies() {
        return trustedProxies;
    }
}
