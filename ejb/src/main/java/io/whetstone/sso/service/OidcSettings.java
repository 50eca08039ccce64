package io.whetstone.sso.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an OpenID Connect issuer is asked; the client secret is kept apart.
 *
 * @param issuer the issuer's identifier, exactly as its discovery document and its tokens spell it
 * @param scopes what is asked for besides {@code openid}
 * @param trustEmail believe addresses of an issuer that does not say whether it verified them
 * @param secondFactorProofs values of {@code acr} or {@code amr} that prove a second factor, {@link #ANY} for an issuer
 *     that always asks for one; without them its sign-ins open nothing where a second factor is required
 * @param signOutAtIssuer signing out here signs out there
 */
public record OidcSettings(
        @NotNull URI issuer,
        @NotBlank @Size(max = 255) String clientId,
        @NotNull ClientAuthentication clientAuthentication,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> scopes,

        @NotNull @Valid ClaimNames claims,
        boolean trustEmail,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> secondFactorProofs,
        boolean signOutAtIssuer) {

    /** Stands for every sign-in of an issuer. */
    public static final String ANY = "*";

    public OidcSettings {
        secondFactorProofs = secondFactorProofs == null ? List.of() : List.copyOf(secondFactorProofs);
    }

    /** Whether what a token says of the way somebody signed in proves a second factor. */
    public boolean provesSecondFactor(@Nullable String acr, Collection<String> amr) {
        return secondFactorProofs.stream()
                .anyMatch(proof -> proof.equals(ANY) || proof.equals(acr) || amr.contains(proof));
    }
}
