package io.whetstone.kernel.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, taken from the verified principal and from nothing else. */
@ApplicationScoped
public class Caller {
    @Inject
    SecurityContext security;

    /** The id of the signed-in person. */
    public UUID id() {
        var principal = security.getCallerPrincipal();
        if (principal == null) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "This needs an access token");
        }
        try {
            return UUID.fromString(principal.getName());
        } catch (IllegalArgumentException notOurs) {
            var problem = new ProblemException(ProblemType.UNAUTHENTICATED, "The access token names nobody");
            problem.initCause(notOurs);
            throw problem;
        }
    }

    /** When the access token was issued; the beginning of time for one that does not say. */
    public Instant issuedAt() {
        return security.getPrincipalsByType(JsonWebToken.class).stream()
                .map(token -> Instant.ofEpochSecond(token.getIssuedAtTime()))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    public boolean isAdmin() {
        return security.isCallerInRole("admin");
    }
}
