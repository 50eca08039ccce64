package io.whetstone.kernel.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.UUID;

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

    public boolean isAdmin() {
        return security.isCallerInRole("admin");
    }
}
