package io.whetstone.signing.service.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored key, opened. Only the one that signs has its private half. */
public record KeyView(String id, byte[] publicKey, byte @Nullable [] privateKey, Instant createdAt) {}
