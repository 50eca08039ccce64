package io.whetstone.secret.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secret.entity.Secret;
import io.whetstone.secret.entity.SecretRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Moves secrets of a workspace to its present data key, a batch in each transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Resealing {
    private static final int BATCH = 50;

    @Inject
    SecretRepository secrets;

    @Inject
    SecretSeal seal;

    @Inject
    DataKeys keys;

    /** Seals some anew; answers how many, and 0 when none is left. */
    public int some(UUID workspaceId) {
        var found = secrets.sealedWithAnotherKey(
                workspaceId, keys.inUse(workspaceId).id(), BATCH);
        found.forEach(this::reseal);
        return found.size();
    }

    private void reseal(Secret secret) {
        secrets.reseal(secret.id(), seal.seal(secret.id(), secret.owner(), seal.open(secret), seal.metadata(secret)));
    }
}
