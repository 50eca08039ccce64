package io.whetstone.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often somebody may ask. */
@ApplicationScoped
public class AccessConfig {
    @Inject
    @ConfigProperty(name = "whetstone.access.requests-per-minute", defaultValue = "3000")
    int requestsPerMinute;

    @Inject
    @ConfigProperty(name = "whetstone.access.anonymous-requests-per-minute", defaultValue = "600")
    int anonymousRequestsPerMinute;

    /** Most requests to the API a minute by one principal; 0 for no limit. */
    public int requestsPerMinute() {
        return requestsPerMinute;
    }

    /** Most requests to the API a minute from one address without a credential; 0 for no limit. */
    public int anonymousRequestsPerMinute() {
        return anonymousRequestsPerMinute;
    }
}
