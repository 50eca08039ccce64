package io.whetstone.kernel.service;

import io.whetstone.kernel.IdempotencyRepository;
import io.whetstone.kernel.IdempotencyRepository.Stored;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a repeated request answer as the first one did. A key whose first request died half way is refused for as long
 * as it is kept, so the work is never started twice. Keys belong to the caller, so there is no other policy to ask.
 */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class IdempotencyService {
    @Inject
    IdempotencyRepository keys;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Takes the key, or gives the answer that is stored under it. */
    public Optional<Stored> begin(UUID workspaceId, String key, String fingerprint) {
        if (keys.take(workspaceId, caller.id(), key, fingerprint, clock.instant())) {
            return Optional.empty();
        }
        var stored = keys.find(workspaceId, caller.id(), key).orElseThrow();
        if (!stored.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "This Idempotency-Key was used for a different request");
        }
        if (stored.status() == null) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The first request with this Idempotency-Key has not been answered");
        }
        return Optional.of(stored);
    }

    public void answer(UUID workspaceId, String key, Stored answer) {
        keys.answer(workspaceId, caller.id(), key, answer);
    }

    public void release(UUID workspaceId, String key) {
        keys.release(workspaceId, caller.id(), key);
    }
}
