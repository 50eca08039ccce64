package io.whetstone.setting.service;

import java.util.List;

/** All settings of one owner. */
public record SettingsView(long version, List<SettingView> settings) {}
