package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.KeyRequestRepository;
import io.whetstone.apikey.service.ApiKeyConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Lines of the log of keys that nobody needs any more. */
@ApplicationScoped
@SystemScoped
public class OldRequests implements Purgeable {
    @Inject
    KeyRequestRepository requests;

    @Inject
    ApiKeyConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "api_key_requests";
    }

    @Override
    public boolean hasExpired() {
        return requests.hasBefore(limit());
    }

    @Override
    public void purge(int most) {
        requests.removeBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.requestLogLife());
    }
}
