package io.whetstone.widget.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the visitors of embedded chats are held to. */
@ApplicationScoped
public class WidgetConfig {
    @Inject
    @ConfigProperty(name = "whetstone.widget.token-life", defaultValue = "PT15M")
    Duration tokenLife;

    @Inject
    @ConfigProperty(name = "whetstone.widget.requests-per-minute", defaultValue = "30")
    int requestsPerMinute;

    /** How long a visitor's token opens anything unless another time is asked for. */
    public Duration tokenLife() {
        return tokenLife;
    }

    /** Most requests a minute by the visitors of one widget from one address. */
    public int requestsPerMinute() {
        return requestsPerMinute;
    }
}
