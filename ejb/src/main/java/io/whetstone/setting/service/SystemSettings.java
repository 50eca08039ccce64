package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.setting.entity.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the installation as they are now. They are read again after a second, so a change is effective on
 * every node within it.
 */
@ApplicationScoped
public class SystemSettings {
    static final Duration TRUST = Duration.ofSeconds(1);

    @Inject
    SettingCatalogue catalogue;

    @Inject
    StoredSystemSettings stored;

    @Inject
    Clock clock;

    private volatile @Nullable Known known;

    private record Known(JsonNode entries, Instant until) {}

    /** What was set, else the default. */
    public JsonNode value(String key) {
        var setting = catalogue.get(SettingScope.SYSTEM, key);
        var own = entries().get(key);
        return own == null ? setting.fallback() : own;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SystemSettingsChanged change) {
        known = null;
    }

    private JsonNode entries() {
        var now = clock.instant();
        var current = known;
        if (current == null || !now.isBefore(current.until())) {
            current = new Known(stored.entries(), now.plus(TRUST));
            known = current;
        }
        return current.entries();
    }
}
