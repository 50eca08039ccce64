package io.whetstone.apikey.service.internal;

import static io.whetstone.setting.entity.SettingScope.SYSTEM;

import io.whetstone.apikey.service.ApiKeyConfig;
import io.whetstone.kernel.ProblemException;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import io.whetstone.setting.service.SystemSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long keys may live: none is for ever, and an administrator decides how near the end is. */
@ApplicationScoped
public class KeyLife implements SettingDefinitions {
    static final String LONGEST = "apiKeyLongestLife";

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3650);

    @Inject
    ApiKeyConfig config;

    @Inject
    SystemSettings settings;

    @Inject
    Clock clock;

    @Override
    public List<SettingDefinition> definitions() {
        return List.of(SettingDefinition.ofDuration(
                SYSTEM,
                LONGEST,
                config.longestLife(),
                LEAST,
                MOST,
                "How long a new or changed API key lives at most; one without an end of its own lives so long"));
    }

    /** When a key ends: as wished, or as late as it may. */
    Instant end(@Nullable Instant wished) {
        var now = clock.instant();
        var longest = Duration.parse(settings.value(LONGEST).asText());
        var latest = now.plus(longest);
        if (wished == null) {
            return latest;
        }
        if (!wished.isAfter(now)) {
            throw ProblemException.invalid("/expiresAt", "must be in the future");
        }
        if (wished.isAfter(latest)) {
            throw ProblemException.invalid(
                    "/expiresAt", "is too late: a key lives %d days at most".formatted(longest.toDays()));
        }
        return wished;
    }
}
