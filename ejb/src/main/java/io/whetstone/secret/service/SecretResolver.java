package io.whetstone.secret.service;

import io.whetstone.access.service.Memberships;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secret.entity.Secret;
import io.whetstone.secret.entity.SecretRepository;
import io.whetstone.secret.service.internal.SecretSeal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Finds the secret to use for a provider, for the server's own calls. No endpoint answers what it finds. */
@Stateless
@PermitAll
@SystemScoped
public class SecretResolver {
    private static final Duration NOTED = Duration.ofMinutes(1);

    @Inject
    SecretRepository secrets;

    @Inject
    Memberships memberships;

    @Inject
    SecretSeal seal;

    @Inject
    Clock clock;

    /**
     * The person's own secret, else the workspace's; empty where there is neither, or where the person is no member of
     * the workspace.
     */
    public Optional<ResolvedSecret> resolve(String provider, UUID workspaceId, UUID userId) {
        if (memberships.roleOf(workspaceId, userId).isEmpty()) {
            return Optional.empty();
        }
        return secrets.ofPerson(provider, userId)
                .or(() -> secrets.ofWorkspace(provider, workspaceId))
                .map(this::open);
    }

    private ResolvedSecret open(Secret secret) {
        var now = clock.instant();
        secrets.used(secret.id(), now, now.minus(NOTED));
        var metadata = new TreeMap<String, String>();
        seal.metadata(secret).forEach((name, field) -> metadata.put(name, String.valueOf(field.value())));
        return new ResolvedSecret(
                secret.id(),
                secret.owner().isPerson() ? OwnerKind.PERSON : OwnerKind.WORKSPACE,
                seal.open(secret),
                Map.copyOf(metadata));
    }
}
