package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting with its value now.
 *
 * @param least the smallest number, the fewest characters, or the shortest time in seconds
 * @param most the largest number, the most characters, or the longest time in seconds
 */
public record SettingView(
        String key,
        SettingType type,
        JsonNode value,
        JsonNode fallback,
        boolean changed,
        @Nullable Double least,
        @Nullable Double most,
        List<String> choices,
        String description) {
    static SettingView of(SettingDefinition setting, JsonNode stored) {
        var own = stored.get(setting.key());
        return new SettingView(
                setting.key(),
                setting.type(),
                own == null ? setting.fallback() : own,
                setting.fallback(),
                own != null,
                setting.least(),
                setting.most(),
                setting.choices(),
                setting.description());
    }
}
