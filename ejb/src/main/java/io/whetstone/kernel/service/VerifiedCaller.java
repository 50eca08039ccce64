package io.whetstone.kernel.service;

import jakarta.security.enterprise.CallerPrincipal;

/** The {@link Principal} as the container carries it through a call. Its name is the person's id. */
public class VerifiedCaller extends CallerPrincipal {
    private final Principal principal;

    public VerifiedCaller(Principal principal) {
        super(principal.id().toString());
        this.principal = principal;
    }

    public Principal principal() {
        return principal;
    }
}
