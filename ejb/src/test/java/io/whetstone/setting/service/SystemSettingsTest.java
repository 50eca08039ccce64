package io.whetstone.setting.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.service.MovingClock;
import io.whetstone.setting.entity.SettingScope;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemSettingsTest {
    static final SettingDefinition LENGTH = SettingDefinition.ofInteger(SettingScope.SYSTEM, "length", 12, 8, 64, "");

    final SystemSettings settings = new SystemSettings();
    final Stored stored = new Stored();
    final MovingClock clock = new MovingClock();

    @BeforeEach
    void connect() {
        settings.catalogue = new SettingCatalogue() {
            @Override
            SettingDefinition get(SettingScope scope, String key) {
                return LENGTH;
            }
        };
        settings.stored = stored;
        settings.clock = clock;
    }

    @Test
    void what_nobody_set_is_the_default() {
        assertThat(settings.value("length").asInt()).isEqualTo(12);
    }

    @Test
    void what_another_node_changed_is_seen_after_a_second_and_not_read_before() {
        settings.value("length");
        stored.entries.put("length", 20);

        clock.now = clock.now.plus(SystemSettings.TRUST).minusMillis(1);
        assertThat(settings.value("length").asInt()).isEqualTo(12);

        clock.now = clock.now.plusMillis(1);
        assertThat(settings.value("length").asInt()).isEqualTo(20);
        assertThat(SystemSettings.TRUST).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_this_node_changed_is_seen_at_once() {
        settings.value("length");
        stored.entries.put("length", 20);

        settings.forget(new SystemSettingsChanged(Map.of()));

        assertThat(settings.value("length").asInt()).isEqualTo(20);
    }

    static class Stored extends StoredSystemSettings {
        final ObjectNode entries = JsonNodeFactory.instance.objectNode();

        @Override
        public JsonNode entries() {
            return entries.deepCopy();
        }
    }
}
