package io.whetstone.outbound.service;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Opens something private.
 *
 * @param target a host name, an address or a range such as 10.0.0.0/8
 * @param port the only port to open; absent for all
 * @param note why it is open
 */
public record CreateOutboundRule(
        @NotBlank @Size(max = 253) String target,
        @Nullable @Min(1) @Max(65_535) Integer port,
        @Nullable @Size(max = 500) String note) {}
