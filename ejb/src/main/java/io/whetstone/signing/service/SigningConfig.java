package io.whetstone.signing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a key signs, and how long what it signed lives. */
@ApplicationScoped
public class SigningConfig {
    @Inject
    @ConfigProperty(name = "whetstone.signing.rotate-after", defaultValue = "P90D")
    Duration rotateAfter;

    @Inject
    @ConfigProperty(name = "whetstone.identity.access-token-life", defaultValue = "PT15M")
    Duration tokenLife;

    /** Age at which the key of access tokens is replaced. */
    public Duration rotateAfter() {
        return rotateAfter;
    }

    /** How long an access token opens anything. */
    public Duration tokenLife() {
        return tokenLife;
    }
}
