package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.setting.entity.SettingRepository;
import io.whetstone.setting.entity.StoredSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads what was set for the installation, whoever it is needed for. */
@Stateless
@PermitAll
@SystemScoped
public class StoredSystemSettings {
    @Inject
    SettingRepository stored;

    public JsonNode entries() {
        return stored.find(SettingStore.SYSTEM)
                .map(StoredSettings::entries)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
