package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.setting.entity.SettingScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The settings of the caller and of the caller's workspaces. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class SettingService {
    @Inject
    SettingStore settings;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audit;

    public SettingsView own() {
        return settings.view(SettingScope.USER, access.requireSelf());
    }

    /** Changes what is given, resets what is given as null, and leaves the rest. */
    public SettingsView changeOwn(long version, Map<String, JsonNode> changes) {
        return settings.change(SettingScope.USER, access.requireSelf(), version, changes)
                .view();
    }

    public SettingsView ofWorkspace(UUID workspaceId) {
        access.require(Permission.SETTING_READ, workspaceId);

        return settings.view(SettingScope.WORKSPACE, workspaceId);
    }

    public SettingsView changeWorkspace(UUID workspaceId, long version, Map<String, JsonNode> changes) {
        access.require(Permission.SETTING_WRITE, workspaceId);

        var change = settings.change(SettingScope.WORKSPACE, workspaceId, version, changes);
        audit.fire(new Audited(
                "settings.changed",
                workspaceId,
                "workspace",
                workspaceId,
                Map.copyOf(change.before()),
                Map.copyOf(change.after())));
        return change.view();
    }
}
