package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.setting.entity.SettingScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** The settings of the installation that can be changed while it runs, for its administrators. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class SystemSettingService {
    @Inject
    SettingStore settings;

    @Inject
    AccessPolicy access;

    @Inject
    Event<SystemSettingsChanged> changed;

    @Inject
    Event<Audited> audit;

    public SettingsView get() {
        access.requireAdministrator();

        return settings.view(SettingScope.SYSTEM, SettingStore.SYSTEM);
    }

    public SettingsView change(long version, Map<String, JsonNode> changes) {
        access.requireAdministrator();

        var change = settings.change(SettingScope.SYSTEM, SettingStore.SYSTEM, version, changes);
        changed.fire(new SystemSettingsChanged(change.after()));
        audit.fire(new Audited(
                "settings.changed",
                null,
                "installation",
                null,
                Map.copyOf(change.before()),
                Map.copyOf(change.after())));
        return change.view();
    }
}
