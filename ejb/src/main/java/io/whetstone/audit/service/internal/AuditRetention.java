package io.whetstone.audit.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.audit.entity.AuditChainRepository;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.setting.entity.SettingScope;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import io.whetstone.setting.service.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of the audit log that have had their time: as a workspace wants for its own, else as the installation does. */
@ApplicationScoped
@SystemScoped
public class AuditRetention implements Purgeable, SettingDefinitions {
    static final String DAYS = "auditRetentionDays";

    private static final int FALLBACK = 400;
    private static final int LEAST = 30;
    private static final int MOST = 3650;

    @Inject
    AuditChainRepository chain;

    @Inject
    SettingStore settings;

    @Inject
    Clock clock;

    @Override
    public List<SettingDefinition> definitions() {
        var meaning = "Days for which the audit log is kept";
        return List.of(
                SettingDefinition.ofInteger(SettingScope.SYSTEM, DAYS, FALLBACK, LEAST, MOST, meaning),
                SettingDefinition.ofInteger(
                        SettingScope.WORKSPACE,
                        DAYS,
                        FALLBACK,
                        LEAST,
                        MOST,
                        meaning + " of this workspace; the installation decides where nothing is set"));
    }

    @Override
    public String name() {
        return "audit_events";
    }

    @Override
    public boolean hasExpired() {
        return chain.hasExpired(fallback(), limits());
    }

    @Override
    public void purge(int most) {
        chain.prune(fallback(), limits(), most);
    }

    private Instant fallback() {
        return before(settings.ofSystem(DAYS));
    }

    private Map<UUID, Instant> limits() {
        return settings.ofWorkspaces(DAYS).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> before(entry.getValue())));
    }

    private Instant before(JsonNode days) {
        return clock.instant().minus(Duration.ofDays(days.asInt()));
    }
}
