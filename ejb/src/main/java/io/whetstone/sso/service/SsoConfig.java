package io.whetstone.sso.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of sign-in by identity providers. The providers themselves are configured at run time. */
@ApplicationScoped
public class SsoConfig {
    @Inject
    @ConfigProperty(name = "whetstone.sso.public-url")
    Optional<URI> publicUrl;

    @Inject
    @ConfigProperty(name = "whetstone.sso.sign-in-life", defaultValue = "PT10M")
    Duration signInLife;

    @Inject
    @ConfigProperty(name = "whetstone.sso.discovery-life", defaultValue = "PT1H")
    Duration discoveryLife;

    @Inject
    @ConfigProperty(name = "whetstone.sso.key-refresh-interval", defaultValue = "PT5S")
    Duration keyRefreshInterval;

    @Inject
    @ConfigProperty(name = "whetstone.sso.clock-skew", defaultValue = "PT1M")
    Duration clockSkew;

    @Inject
    @ConfigProperty(name = "whetstone.sso.max-open-sign-ins", defaultValue = "10000")
    int maxOpenSignIns;

    @Inject
    @ConfigProperty(name = "whetstone.sso.max-open-sign-ins-of-address", defaultValue = "200")
    int maxOpenSignInsOfAddress;

    /** Where browsers find this installation, when it is not where the request came to, as behind a proxy. */
    public Optional<URI> publicUrl() {
        return publicUrl;
    }

    /** How long a person may take at the identity provider. */
    public Duration signInLife() {
        return signInLife;
    }

    /** How long an issuer's discovery document and keys are used without reading them again. */
    public Duration discoveryLife() {
        return discoveryLife;
    }

    /** How long an issuer's keys are not read again although a token names an unknown one. */
    public Duration keyRefreshInterval() {
        return keyRefreshInterval;
    }

    /** How far an issuer's clock may be off. */
    public Duration clockSkew() {
        return clockSkew;
    }

    /** How many sign-ins may be on their way at once. */
    public int maxOpenSignIns() {
        return maxOpenSignIns;
    }

    /** How many sign-ins from one address may be on their way at once. */
    public int maxOpenSignInsOfAddress() {
        return maxOpenSignInsOfAddress;
    }
}
