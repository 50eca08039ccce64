package io.whetstone.setting.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.setting.entity.SettingScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    static final SettingScope USER = SettingScope.USER;
    static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BOOLEAN | true | true",
                "BOOLEAN | \"true\" | false",
                "INTEGER | 12 | true",
                "INTEGER | 11 | false",
                "INTEGER | 12.5 | false",
                "INTEGER | 99999999999 | false",
                "CHOICE | \"dark\" | true",
                "CHOICE | \"pink\" | false",
                "TEXT | \"a name\" | true",
                "TEXT | \"two\\nlines\" | false",
                "TEXT | {} | false",
                "DOMAINS | \"\" | true",
                "DOMAINS | \"example.org, example.com\" | true",
                "DOMAINS | \"example.org,\" | false",
                "DOMAINS | \"@example.org\" | false",
                "DOMAINS | \"*\" | false",
                "DURATION | \"PT1H\" | true",
                "DURATION | \"PT30M\" | true",
                "DURATION | \"PT29M59S\" | false",
                "DURATION | \"P2D\" | false",
                "DURATION | \"PT-1H\" | false",
                "DURATION | \"an hour\" | false",
                "DURATION | 3600 | false",
            })
    void values(SettingType type, String json, boolean allowed) throws JsonProcessingException {
        var objection = SettingRules.objection(of(type), new ObjectMapper().readTree(json));

        assertThat(objection.isEmpty()).isEqualTo(allowed);
    }

    private static SettingDefinition of(SettingType type) {
        return switch (type) {
            case BOOLEAN -> SettingDefinition.ofBoolean(USER, "s", false, "");
            case INTEGER -> SettingDefinition.ofInteger(USER, "s", 16, 12, 24, "");
            case CHOICE -> SettingDefinition.ofChoice(USER, "s", List.of("light", "dark"), "");
            case TEXT -> SettingDefinition.ofText(USER, "s", "");
            case DOMAINS -> SettingDefinition.ofDomains(USER, "s", "");
            case DURATION ->
                SettingDefinition.ofDuration(USER, "s", HOUR, Duration.ofMinutes(30), Duration.ofDays(1), "");
        };
    }
}
