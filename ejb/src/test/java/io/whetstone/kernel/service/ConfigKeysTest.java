package io.whetstone.kernel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.outbound.service.OutboundConfig;
import io.whetstone.realtime.service.RealtimeConfig;
import io.whetstone.retention.service.RetentionConfig;
import io.whetstone.sso.service.SsoConfig;
import io.whetstone.storage.service.StorageConfig;
import io.whetstone.system.service.SystemConfig;
import io.whetstone.task.service.TaskConfig;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Keys and defaults are an interface: operators write them down. */
class ConfigKeysTest {
    @Test
    void storage() {
        assertThat(keysOf(StorageConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.storage.root", ConfigProperty.UNCONFIGURED_VALUE,
                        "whetstone.storage.max-upload-size", "2147483648",
                        "whetstone.storage.max-open-uploads", "100",
                        "whetstone.storage.upload-life", "P1D"));
    }

    @Test
    void sso() {
        assertThat(keysOf(SsoConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.sso.public-url", ConfigProperty.UNCONFIGURED_VALUE,
                        "whetstone.sso.sign-in-life", "PT10M",
                        "whetstone.sso.discovery-life", "PT1H",
                        "whetstone.sso.key-refresh-interval", "PT5S",
                        "whetstone.sso.clock-skew", "PT1M",
                        "whetstone.sso.max-open-sign-ins", "10000",
                        "whetstone.sso.max-open-sign-ins-of-address", "200"));
    }

    @Test
    void task() {
        assertThat(keysOf(TaskConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.task.parallelism", "4",
                        "whetstone.task.lease", "PT20S",
                        "whetstone.task.retention", "P30D"));
    }

    @Test
    void realtime() {
        assertThat(keysOf(RealtimeConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.realtime.ticket-life", "PT1M",
                        "whetstone.realtime.retention", "PT1H",
                        "whetstone.realtime.max-subscriptions", "100",
                        "whetstone.realtime.max-waiting-messages", "2000"));
    }

    @Test
    void retention() {
        assertThat(keysOf(RetentionConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.retention.purge-interval", "P1D",
                        "whetstone.retention.delivered-messages", "P7D",
                        "whetstone.retention.idempotency-keys", "P1D",
                        "whetstone.retention.tenancy-keys", "P7D"));
    }

    @Test
    void outbound() {
        assertThat(keysOf(OutboundConfig.class))
                .isEqualTo(Map.ofEntries(
                        Map.entry("whetstone.outbound.allow-private", "false"),
                        Map.entry("whetstone.outbound.allow", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("whetstone.outbound.connect-timeout", "PT10S"),
                        Map.entry("whetstone.outbound.answer-timeout", "PT60S"),
                        Map.entry("whetstone.outbound.idle-timeout", "PT60S"),
                        Map.entry("whetstone.outbound.total-timeout", "PT10M"),
                        Map.entry("whetstone.outbound.max-size", "67108864"),
                        Map.entry("whetstone.outbound.max-redirects", "5"),
                        Map.entry("whetstone.outbound.max-attempts", "3"),
                        Map.entry("whetstone.outbound.max-per-host", "32"),
                        Map.entry("whetstone.outbound.circuit-failures", "5"),
                        Map.entry("whetstone.outbound.circuit-pause", "PT30S"),
                        Map.entry("whetstone.outbound.proxy", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("whetstone.outbound.proxy-user", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("whetstone.outbound.proxy-password", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("whetstone.outbound.no-proxy", ConfigProperty.UNCONFIGURED_VALUE)));
    }

    @Test
    void system() {
        assertThat(keysOf(SystemConfig.class))
                .isEqualTo(Map.of(
                        "whetstone.version", "unknown",
                        "whetstone.metrics.networks", ConfigProperty.UNCONFIGURED_VALUE,
                        "whetstone.system.minimum-free-space", "268435456"));
    }

    private static Map<String, String> keysOf(Class<?> config) {
        return Stream.of(config.getDeclaredFields())
                .map(ConfigKeysTest::property)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(ConfigProperty::name, ConfigProperty::defaultValue));
    }

    private static ConfigProperty property(Field field) {
        return field.getAnnotation(ConfigProperty.class);
    }
}
