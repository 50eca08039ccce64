package io.whetstone.access.service;

import io.whetstone.kernel.service.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns a credential into a principal. What was proved is trusted for a second without asking again, so a check costs a
 * look-up in memory, and a revocation is effective on every node within that second.
 */
@ApplicationScoped
public class Authenticator {
    static final Duration TRUST = Duration.ofSeconds(1);

    private static final int MOST = 20_000;

    @Inject
    @Any
    Instance<CredentialVerifier> verifiers;

    @Inject
    Clock clock;

    private final Map<Presented, Proved> proved = new ConcurrentHashMap<>();

    private record Proved(Principal principal, Instant until) {}

    public Optional<Principal> authenticate(Presented presented) {
        var now = clock.instant();
        var known = proved.get(presented);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.principal());
        }
        var principal = verifiers.stream()
                .filter(verifier -> verifier.knows(presented.credential()))
                .findFirst()
                .flatMap(verifier -> verifier.verify(presented));
        principal.ifPresentOrElse(found -> trust(presented, found, now), () -> proved.remove(presented));
        return principal;
    }

    private void trust(Presented presented, Principal principal, Instant now) {
        if (proved.size() >= MOST) {
            proved.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (proved.size() < MOST) {
            proved.put(presented, new Proved(principal, now.plus(TRUST)));
        }
    }
}
