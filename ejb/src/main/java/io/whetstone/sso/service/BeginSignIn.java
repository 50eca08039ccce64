package io.whetstone.sso.service;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish to sign in with a provider.
 *
 * @param callback where the issuer sends the browser back to
 * @param browser the secret of the browser's cookie; null when it has none yet
 * @param refreshToken of the session that is open in the browser; null when there is none
 * @param returnTo the page that the person wanted
 * @param loginHint the address that the person typed
 */
public record BeginSignIn(
        UUID providerId,
        URI callback,
        @Nullable String browser,
        @Nullable String refreshToken,
        @Nullable String returnTo,
        @Nullable String loginHint) {}
