package io.whetstone.training.token.service;

import java.time.Instant;
import java.util.UUID;

/**
 * A token for one job, told once.
 *
 * @param expiresAt when it ends at the latest; it ends with its job
 */
public record JobTokenView(String token, UUID jobId, Instant expiresAt) {}
