package io.whetstone.apikey.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the use of keys is remembered, and where it is noted. */
@ApplicationScoped
public class ApiKeyConfig {
    @Inject
    @ConfigProperty(name = "whetstone.home")
    Path home;

    @Inject
    @ConfigProperty(name = "whetstone.apikey.request-log-life", defaultValue = "P90D")
    Duration requestLogLife;

    /** How long the log of a key's requests is kept. */
    public Duration requestLogLife() {
        return requestLogLife;
    }

    /** Where running requests note what they use. */
    public Path usesFolder() {
        return home.resolve("uses");
    }
}
