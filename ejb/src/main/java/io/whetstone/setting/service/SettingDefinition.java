package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.whetstone.setting.entity.SettingScope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as the code declares it.
 *
 * @param key its name over HTTP, in camelCase and unique in its scope
 * @param fallback its value where nobody set one
 * @param least the smallest number, the fewest characters, or the shortest time in seconds
 * @param most the largest number, the most characters, or the longest time in seconds
 */
public record SettingDefinition(
        SettingScope scope,
        String key,
        SettingType type,
        JsonNode fallback,
        @Nullable Double least,
        @Nullable Double most,
        List<String> choices,
        String description) {
    private static final double LONGEST = 300;

    public static SettingDefinition ofBoolean(SettingScope scope, String key, boolean fallback, String description) {
        return new SettingDefinition(
                scope, key, SettingType.BOOLEAN, BooleanNode.valueOf(fallback), null, null, List.of(), description);
    }

    public static SettingDefinition ofText(SettingScope scope, String key, String description) {
        return text(scope, key, SettingType.TEXT, description);
    }

    public static SettingDefinition ofChoice(SettingScope scope, String key, List<String> choices, String description) {
        return new SettingDefinition(
                scope, key, SettingType.CHOICE, new TextNode(choices.get(0)), null, null, choices, description);
    }

    public static SettingDefinition ofDomains(SettingScope scope, String key, String description) {
        return text(scope, key, SettingType.DOMAINS, description);
    }

    /** A time in a range; {@code least} and {@code most} of it are in seconds. */
    public static SettingDefinition ofDuration(
            SettingScope scope, String key, Duration fallback, Duration least, Duration most, String description) {
        return new SettingDefinition(
                scope,
                key,
                SettingType.DURATION,
                new TextNode(fallback.toString()),
                (double) least.toSeconds(),
                (double) most.toSeconds(),
                List.of(),
                description);
    }

    /** The same setting with another default, such as one of the configuration. */
    public SettingDefinition withFallback(String value) {
        return new SettingDefinition(scope, key, type, new TextNode(value), least, most, choices, description);
    }

    /** A whole number in a range. */
    public static SettingDefinition ofInteger(
            SettingScope scope, String key, int fallback, int least, int most, String description) {
        return new SettingDefinition(
                scope,
                key,
                SettingType.INTEGER,
                IntNode.valueOf(fallback),
                (double) least,
                (double) most,
                List.of(),
                description);
    }

    private static SettingDefinition text(SettingScope scope, String key, SettingType type, String description) {
        return new SettingDefinition(scope, key, type, new TextNode(""), 0.0, LONGEST, List.of(), description);
    }
}
