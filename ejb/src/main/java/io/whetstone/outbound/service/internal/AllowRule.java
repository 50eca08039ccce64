package io.whetstone.outbound.service.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something private that may be asked.
 *
 * @param id of the stored rule; null for one of the configuration
 */
public record AllowRule(@Nullable UUID id, Target target) {}
