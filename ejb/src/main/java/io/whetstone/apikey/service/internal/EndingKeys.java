package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.KeyEndingRepository;
import io.whetstone.apikey.service.KeyEnding;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tells of keys that end, each time once over all nodes: that it was told is stored with what is told. */
@Stateless
@PermitAll
@SystemScoped
public class EndingKeys {
    private static final int MOST = 500;

    @Inject
    KeyEndingRepository endings;

    @Inject
    Event<KeyEnding> events;

    @Inject
    Clock clock;

    public List<UUID> due() {
        return endings.due(clock.instant(), MOST);
    }

    public void tell(UUID keyId) {
        endings.take(keyId, clock.instant())
                .ifPresent(key -> events.fire(new KeyEnding(key.workspaceId(), key.userId(), key.name(), key.end())));
    }
}
