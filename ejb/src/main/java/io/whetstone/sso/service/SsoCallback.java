package io.whetstone.sso.service;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from an issuer, none of it proved.
 *
 * @param browser the secret of the cookie that the sign-in was begun with
 */
public record SsoCallback(
        @Nullable String state,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String error,
        @Nullable String errorDescription,
        @Nullable String browser) {
    public String requiredCode() {
        if (code == null || code.isBlank()) {
            throw new SsoFailure(SsoReason.PROVIDER_FAILED, "authorization endpoint: neither code nor error");
        }
        return code;
    }
}
