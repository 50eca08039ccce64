package io.whetstone.setting.service;

import java.util.List;

/** The settings that a capability declares. Every CDI bean of this type is asked once. */
public interface SettingDefinitions {
    List<SettingDefinition> definitions();
}
