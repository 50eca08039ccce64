package io.whetstone.kernel.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach the server, and who stands between them and it. */
@ApplicationScoped
public class HttpConfig {
    @Inject
    @ConfigProperty(name = "whetstone.url", defaultValue = "http://localhost:8080")
    String url;

    @Inject
    @ConfigProperty(name = "whetstone.http.trusted-proxies")
    Optional<String> trustedProxies;

    @Inject
    @ConfigProperty(name = "whetstone.http.https-only", defaultValue = "false")
    boolean httpsOnly;

    /**
     * Address under which people reach the server. Links in mail begin with it; one with https makes cookies go over
     * encrypted connections only.
     */
    public String url() {
        return url;
    }

    /**
     * Addresses or networks (192.0.2.0/24) of proxies, separated by commas, whose X-Forwarded-For and X-Forwarded-Proto
     * are believed. Empty: nobody's.
     */
    public Optional<String> trustedProxies() {
        return trustedProxies;
    }

    /**
     * Whether requests are refused that come neither encrypted, by a trusted proxy or else, nor from this machine
     * itself.
     */
    public boolean httpsOnly() {
        return httpsOnly;
    }
}
