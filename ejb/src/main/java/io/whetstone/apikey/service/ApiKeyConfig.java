package io.whetstone.apikey.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long keys live, how long their use is remembered, and where it is noted. */
@ApplicationScoped
public class ApiKeyConfig {
    @Inject
    @ConfigProperty(name = "whetstone.home")
    Path home;

    @Inject
    @ConfigProperty(name = "whetstone.apikey.request-log-life", defaultValue = "P90D")
    Duration requestLogLife;

    @Inject
    @ConfigProperty(name = "whetstone.apikey.longest-life", defaultValue = "P365D")
    Duration longestLife;

    @Inject
    @ConfigProperty(name = "whetstone.apikey.ending-check-interval", defaultValue = "PT10M")
    Duration endingCheckInterval;

    /** How often the server looks for keys that are about to end, to tell their people. */
    public Duration endingCheckInterval() {
        return endingCheckInterval;
    }

    /** How long a new or changed key lives at most, unless an administrator sets another time. */
    public Duration longestLife() {
        return longestLife;
    }

    /** How long the log of a key's requests is kept. */
    public Duration requestLogLife() {
        return requestLogLife;
    }

    /** Where running requests note what they use. */
    public Path usesFolder() {
        return home.resolve("uses");
    }
}
