package io.whetstone.apikey.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key is held to.
 *
 * @param scopes what it may be used for, spelled as in the API
 * @param networks the networks (CIDR) that it may be used from; empty for all
 * @param models the names of the models that it may ask; empty for all
 * @param requestsPerMinute its own limit; null for the installation's
 * @param monthlyTokens most tokens in a month; null for any number
 * @param expiresAt when it ends by itself; null for never
 */
public record KeyLimits(
        List<String> scopes,
        List<String> networks,
        List<String> models,
        @Nullable Integer requestsPerMinute,
        @Nullable Long monthlyTokens,
        @Nullable Instant expiresAt) {
    public KeyLimits {
        scopes = List.copyOf(scopes);
        networks = List.copyOf(networks);
        models = List.copyOf(models);
    }
}
