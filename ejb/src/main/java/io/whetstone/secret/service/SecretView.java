package io.whetstone.secret.service;

import io.whetstone.secret.entity.Secret;
import io.whetstone.secret.service.internal.SecretSeal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret as people see it, who never see its value.
 *
 * @param fingerprint equal for equal values of one owner
 * @param lastFour the end of the value, if it has twelve characters at least
 */
public record SecretView(
        UUID id,
        long version,
        OwnerKind owner,
        String provider,
        String description,
        String fingerprint,
        @Nullable String lastFour,
        Map<String, MetadataField> metadata,
        UUID createdBy,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant lastUsedAt) {
    static SecretView of(Secret secret) {
        return new SecretView(
                secret.id(),
                secret.version(),
                secret.owner().isPerson() ? OwnerKind.PERSON : OwnerKind.WORKSPACE,
                secret.provider(),
                secret.description(),
                secret.value().fingerprint(),
                secret.value().lastFour(),
                SecretSeal.shown(secret),
                secret.createdBy(),
                secret.createdAt(),
                secret.changedAt(),
                secret.lastUsedAt());
    }
}
