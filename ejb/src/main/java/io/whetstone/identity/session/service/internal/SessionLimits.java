package io.whetstone.identity.session.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.identity.entity.SessionRepository;
import io.whetstone.identity.service.internal.AccountSettings;
import io.whetstone.setting.service.SystemSettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Shortens the sessions that are open when an administrator shortens their life; a longer one is for those to come. */
@ApplicationScoped
class SessionLimits {
    @Inject
    SessionRepository sessions;

    void follow(@Observes SystemSettingsChanged change) {
        time(change, AccountSettings.IDLE_TIME).ifPresent(sessions::limitIdleTime);
        time(change, AccountSettings.LIFE).ifPresent(sessions::limitLife);
    }

    private static Optional<Duration> time(SystemSettingsChanged change, String key) {
        return Optional.ofNullable(change.values().get(key))
                .map(JsonNode::asText)
                .map(Duration::parse);
    }
}
