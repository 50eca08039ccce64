package io.whetstone.signing.service.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored key, opened, in base 64. Only the one that signs has its private half. */
public record KeyView(String id, String publicKey, @Nullable String privateKey, Instant createdAt) {}
