package io.whetstone.throttle.entity;

import java.time.Instant;

/** How often something failed in a row, and until when it is not tried again. */
public record FailedAttempts(int failures, Instant lastAt, Instant blockedUntil) {}
