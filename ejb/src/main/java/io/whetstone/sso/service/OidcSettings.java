package io.whetstone.sso.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;

/**
 * How an OpenID Connect issuer is asked; the client secret is kept apart.
 *
 * @param issuer the issuer's identifier, exactly as its discovery document and its tokens spell it
 * @param scopes what is asked for besides {@code openid}
 * @param trustEmail believe addresses of an issuer that does not say whether it verified them
 * @param signOutAtIssuer signing out here signs out there
 */
public record OidcSettings(
        @NotNull URI issuer,
        @NotBlank @Size(max = 255) String clientId,
        @NotNull ClientAuthentication clientAuthentication,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> scopes,

        @NotNull @Valid ClaimNames claims,
        boolean trustEmail,
        boolean signOutAtIssuer) {}
