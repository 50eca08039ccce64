package io.whetstone.kernel.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.UUID;

/** Who asks, taken from the verified principal and from nothing else. */
@ApplicationScoped
public class Caller {
    @Inject
    SecurityContext security;

    /** The principal of this call; empty when nobody has proved who they are. */
    public Optional<Principal> find() {
        return security.getPrincipalsByType(VerifiedCaller.class).stream()
                .findFirst()
                .map(VerifiedCaller::principal);
    }

    public Principal principal() {
        return find().orElseThrow(
                        () -> new ProblemException(ProblemType.UNAUTHENTICATED, "This needs an access token"));
    }

    /** The id of the person whose rights apply. */
    public UUID id() {
        return principal().id();
    }

    public boolean isAdmin() {
        return find().filter(Principal::isAdmin).isPresent();
    }
}
