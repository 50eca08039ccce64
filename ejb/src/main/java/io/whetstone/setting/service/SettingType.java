package io.whetstone.setting.service;

/** What a value of a setting may be. */
public enum SettingType {
    BOOLEAN,
    INTEGER,
    NUMBER,
    TEXT,
    /** One of the choices that the definition names. */
    CHOICE,
    /** An address that begins with http:// or https://, without a password in it. */
    URL,
    /** A name of the IANA time zone database, such as Europe/Vienna. */
    TIME_ZONE,
    /** Names of domains, separated by commas. */
    DOMAINS,
    /** ISO-8601, such as PT30M or P14D. */
    DURATION
}
