package io.whetstone.widget.service;

import java.time.Instant;

/** A visitor's token, told once. */
public record WidgetTokenView(String token, Instant expiresAt) {}
