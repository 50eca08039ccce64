package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.setting.entity.SettingRepository;
import io.whetstone.setting.entity.SettingScope;
import io.whetstone.setting.entity.StoredSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes settings in the transaction of whoever asks, who has asked the access policy before. */
@ApplicationScoped
public class SettingStore {
    /** The owner of the installation's own settings. */
    static final UUID SYSTEM = new UUID(0, 0);

    @Inject
    SettingRepository stored;

    @Inject
    SettingCatalogue catalogue;

    /** A setting's value: what was set, else its default. */
    public JsonNode value(SettingScope scope, UUID ownerId, String key) {
        var setting = catalogue.get(scope, key);
        var own = stored.find(ownerId).map(found -> found.entries().get(key)).orElse(null);
        return own == null ? setting.fallback() : own;
    }

    public JsonNode ofSystem(String key) {
        return value(SettingScope.SYSTEM, SYSTEM, key);
    }

    /** What each workspace set that set this. */
    public Map<UUID, JsonNode> ofWorkspaces(String key) {
        var values = new LinkedHashMap<UUID, JsonNode>();
        stored.having(SettingScope.WORKSPACE, key)
                .forEach(found -> values.put(found.ownerId(), found.entries().get(key)));
        return values;
    }

    SettingsView view(SettingScope scope, UUID ownerId) {
        return view(scope, stored.find(ownerId).orElse(null));
    }

    /** What was set before and after a change. */
    record Change(Map<String, JsonNode> before, Map<String, JsonNode> after, SettingsView view) {}

    Change change(SettingScope scope, UUID ownerId, long version, Map<String, JsonNode> changes) {
        catalogue.requireValid(scope, changes);
        var settings = stored.lock(ownerId).orElse(null);
        if ((settings == null ? 0 : settings.version()) != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The settings were changed by somebody else");
        }
        var changed = settings == null ? new StoredSettings(scope, ownerId) : settings;
        if (settings == null) {
            stored.add(changed);
        }
        var before = effective(scope, changed, changes);
        changed.merge(changes);
        stored.flush();
        return new Change(before, effective(scope, changed, changes), view(scope, changed));
    }

    private Map<String, JsonNode> effective(
            SettingScope scope, StoredSettings settings, Map<String, JsonNode> changes) {
        var values = new LinkedHashMap<String, JsonNode>();
        for (var key : changes.keySet()) {
            var own = settings.entries().get(key);
            values.put(key, own == null ? catalogue.get(scope, key).fallback() : own);
        }
        return values;
    }

    private SettingsView view(SettingScope scope, @Nullable StoredSettings settings) {
        var values = settings == null ? JsonNodeFactory.instance.objectNode() : settings.entries();
        return new SettingsView(
                settings == null ? 0 : settings.version(),
                catalogue.all(scope).stream()
                        .map(setting -> SettingView.of(setting, values))
                        .toList());
    }
}
