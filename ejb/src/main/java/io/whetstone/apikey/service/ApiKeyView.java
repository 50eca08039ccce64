package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKeyKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its person and the administrators of its workspace see it: never its text.
 *
 * @param preview how the key begins and ends
 * @param monthlyTokens how many tokens it may use in a month of UTC; null for any number
 * @param tokensThisMonth how many it has used in this one
 * @param budgetRenewsAt when the next month begins
 * @param formerUntil until when the secret before the last rotation works
 */
public record ApiKeyView(
        UUID id,
        long version,
        UUID userId,
        ApiKeyKind kind,
        String name,
        String preview,
        List<String> scopes,
        List<String> networks,
        List<String> models,
        @Nullable Integer requestsPerMinute,
        @Nullable Long monthlyTokens,
        long tokensThisMonth,
        Instant budgetRenewsAt,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress,
        @Nullable Instant formerUntil,
        @Nullable Instant revokedAt) {
    static ApiKeyView of(ApiKey key, long tokensThisMonth, BudgetMonth month) {
        var limits = key.limits();
        return new ApiKeyView(
                key.id(),
                key.version(),
                key.userId(),
                key.kind(),
                key.name(),
                "wst_%s…%s".formatted(key.publicId().substring(0, 4), key.lastFour()),
                limits.scopes(),
                limits.networks(),
                limits.models(),
                limits.requestsPerMinute(),
                limits.monthlyTokens(),
                tokensThisMonth,
                month.renewsAt(),
                limits.expiresAt(),
                key.createdAt(),
                key.lastUsedAt(),
                key.lastUsedAddress(),
                key.formerUntil(),
                key.revokedAt());
    }
}
