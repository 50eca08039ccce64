package io.whetstone.identity.service.internal;

import static io.whetstone.setting.entity.SettingScope.SYSTEM;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import io.whetstone.setting.service.SystemSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What an administrator decides about accounts while the installation runs. The configuration is the default. */
@ApplicationScoped
public class AccountSettings implements SettingDefinitions {
    static final String REGISTRATION = "registration";
    static final String DOMAINS = "registrationDomains";
    public static final String IDLE_TIME = "sessionIdleTime";
    public static final String LIFE = "sessionLife";
    static final String PASSWORD_LENGTH = "passwordMinimumLength";
    static final String BREACHES = "refuseBreachedPasswords";

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 64;

    // An open page renews its session as often as its access token expires: less would end the session in between.
    private static final Duration LEAST_TIME = Duration.ofMinutes(30);
    private static final Duration LONGEST_TIME = Duration.ofDays(3650);

    @Inject
    IdentityConfig config;

    @Inject
    SystemSettings settings;

    @Override
    public List<SettingDefinition> definitions() {
        return List.of(
                SettingDefinition.ofBoolean(
                        SYSTEM,
                        REGISTRATION,
                        config.registration(),
                        "Let people make accounts of their own, by a link that is sent to them; needs a mail server"),
                SettingDefinition.ofDomains(
                                SYSTEM,
                                DOMAINS,
                                "Domains of e-mail addresses that may do so, with commas; empty is all")
                        .withFallback(config.registrationDomains().orElse("")),
                SettingDefinition.ofInteger(
                        SYSTEM,
                        PASSWORD_LENGTH,
                        config.minimumPasswordLength(),
                        SHORTEST_PASSWORD,
                        LONGEST_PASSWORD,
                        "Fewest characters of a new password"),
                SettingDefinition.ofBoolean(
                        SYSTEM,
                        BREACHES,
                        config.breachedPasswordsUrl().isPresent(),
                        "Refuse passwords seen in a breach; a service outside learns five digits of their hash"),
                time(IDLE_TIME, config.refreshTokenLife(), "How long a session lives without being used"),
                time(LIFE, config.sessionLife(), "How long a session lives however often it is used"));
    }

    private static SettingDefinition time(String key, Duration fallback, String description) {
        return SettingDefinition.ofDuration(SYSTEM, key, fallback, LEAST_TIME, LONGEST_TIME, description);
    }

    public boolean registration() {
        return settings.value(REGISTRATION).asBoolean();
    }

    /** Whether an address of this domain may register. */
    public boolean mayRegister(String domain) {
        var domains = settings.value(DOMAINS).asText();
        return domains.isBlank()
                || Stream.of(domains.split(",", -1)).map(String::strip).anyMatch(domain::equalsIgnoreCase);
    }

    public int minimumPasswordLength() {
        return settings.value(PASSWORD_LENGTH).asInt();
    }

    public boolean refusesBreachedPasswords() {
        return settings.value(BREACHES).asBoolean();
    }

    /** How long a session lives without being used. */
    public Duration sessionIdleTime() {
        return Duration.parse(settings.value(IDLE_TIME).asText());
    }

    /** How long a session lives however often it is used. */
    public Duration sessionLife() {
        return Duration.parse(settings.value(LIFE).asText());
    }
}
