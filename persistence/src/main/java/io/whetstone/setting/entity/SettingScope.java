package io.whetstone.setting.entity;

/** Whose a setting is. */
public enum SettingScope {
    USER,
    WORKSPACE,
    /** The installation's, changed by its administrators. */
    SYSTEM
}
