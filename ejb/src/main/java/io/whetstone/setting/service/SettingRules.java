package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a value of a setting. */
final class SettingRules {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private SettingRules() {}

    /** The end of the sentence that begins with the setting's name; empty when nothing is wrong. */
    static Optional<String> objection(SettingDefinition setting, JsonNode value) {
        var wrong = switch (setting.type()) {
            case BOOLEAN -> value.isBoolean() ? null : "must be true or false";
            case INTEGER ->
                value.isInt() && inRange(setting, value.asInt())
                        ? null
                        : "must be a whole number from %.0f to %.0f".formatted(setting.least(), setting.most());
            case CHOICE ->
                value.isTextual() && setting.choices().contains(value.asText())
                        ? null
                        : "must be one of " + String.join(", ", setting.choices());
            case TEXT -> isText(setting, value) ? null : tooLong(setting);
            case DOMAINS ->
                isText(setting, value) && areDomains(value.asText())
                        ? null
                        : "must be names of domains such as example.org, separated by commas";
            case DURATION ->
                value.isTextual() && isTime(setting, value.asText())
                        ? null
                        : "must be a time from %s to %s".formatted(time(setting.least()), time(setting.most()));
        };
        return Optional.ofNullable(wrong);
    }

    private static boolean inRange(SettingDefinition setting, double value) {
        return (setting.least() == null || value >= setting.least())
                && (setting.most() == null || value <= setting.most());
    }

    private static boolean isText(SettingDefinition setting, JsonNode value) {
        return value.isTextual()
                && inRange(setting, value.asText().length())
                && value.asText().chars().noneMatch(Character::isISOControl);
    }

    private static boolean areDomains(String text) {
        return text.isBlank()
                || Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .allMatch(domain -> DOMAIN.matcher(domain).matches());
    }

    private static boolean isTime(SettingDefinition setting, String text) {
        try {
            return inRange(setting, (double) Duration.parse(text).toSeconds());
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static Duration time(@Nullable Double seconds) {
        return Duration.ofSeconds(seconds == null ? 0 : seconds.longValue());
    }

    private static String tooLong(SettingDefinition setting) {
        return "must be one line of at most %.0f characters".formatted(setting.most());
    }
}
