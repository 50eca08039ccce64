package io.whetstone.apikey.service;

import io.whetstone.kernel.service.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key is called and held to.
 *
 * @param scopes what it may be used for; reading only when left out
 * @param networks addresses or networks (CIDR) that it may be used from; all when left out
 * @param models names of the models that it may ask; all when left out
 * @param requestsPerMinute its own limit, at most the installation's
 * @param monthlyTokens most tokens of prompts and answers in a month of UTC; any number when left out
 * @param expiresAt when it ends by itself; as late as keys may live here when left out
 */
public record KeySettings(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(min = 1, max = 7) List<@NotNull Scope> scopes,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> networks,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> models,
        @Nullable @Min(1) @Max(1_000_000) Integer requestsPerMinute,
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long monthlyTokens,
        @Nullable Instant expiresAt) {}
