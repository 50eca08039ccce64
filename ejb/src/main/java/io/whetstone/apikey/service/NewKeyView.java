package io.whetstone.apikey.service;

/** A key with its text, which is shown this once. */
public record NewKeyView(ApiKeyView apiKey, String key) {}
