package io.whetstone.setting.service;

/** What a value of a setting may be. */
public enum SettingType {
    BOOLEAN,
    INTEGER,
    TEXT,
    /** One of the choices that the definition names. */
    CHOICE,
    /** Names of domains, separated by commas. */
    DOMAINS,
    /** ISO-8601, such as PT30M or P14D. */
    DURATION
}
