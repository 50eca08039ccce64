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
    @ConfigProperty(name = "whetstone.signing.longest-token-life", defaultValue = "PT12H")
    Duration longestTokenLife;

    /** Age at which the key that signs tokens is replaced. */
    public Duration rotateAfter() {
        return rotateAfter;
    }

    /** No signed token lives longer, whatever is asked for; so long a replaced key verifies what it signed. */
    public Duration longestTokenLife() {
        return longestTokenLife;
    }
}
