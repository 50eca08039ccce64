package io.whetstone.outbound.service;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is given of a rule and leaves the rest.
 *
 * @param port the only port to open; 0 for all
 */
public record ChangeOutboundRule(
        @Nullable @Min(0) @Max(65_535) Integer port,
        @Nullable @Size(max = 500) String note) {}
