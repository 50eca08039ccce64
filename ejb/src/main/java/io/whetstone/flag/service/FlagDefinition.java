package io.whetstone.flag.service;

/**
 * A feature that can be switched.
 *
 * @param key its name, in snake_case
 * @param owner the capability that asks for it
 * @param fallback whether those have it whom no rule means
 */
public record FlagDefinition(String key, String description, String owner, boolean fallback) {}
