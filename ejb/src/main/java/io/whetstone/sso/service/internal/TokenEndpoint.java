package io.whetstone.sso.service.internal;

import io.whetstone.sso.entity.SsoSignIn.Sent;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Turns a code into tokens, proving with the client secret and the code verifier (RFC 7636) that it is us. */
@ApplicationScoped
public class TokenEndpoint {
    @Inject
    OidcHttp http;

    record Tokens(String idToken, String accessToken) {}

    Tokens exchange(Provider provider, OidcMetadata metadata, String code, Sent sent) {
        var answer = ask(provider, metadata, code, sent);
        if (!answer.ok()) {
            throw new SsoFailure(SsoReason.PROVIDER_FAILED, "token endpoint: " + answer.error());
        }
        var idToken = answer.body().path("id_token").asText();
        if (idToken.isEmpty()) {
            throw new SsoFailure(SsoReason.TOKEN_INVALID, "token endpoint: no ID token");
        }
        return new Tokens(idToken, answer.body().path("access_token").asText());
    }

    OidcHttp.Answer ask(Provider provider, OidcMetadata metadata, String code, Sent sent) {
        var settings = provider.issuer();
        var form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                sent.redirectUri(),
                "code_verifier",
                sent.codeVerifier()));
        var headers = new HashMap<String, String>();
        switch (settings.clientAuthentication()) {
            case CLIENT_SECRET_BASIC -> headers.put("Authorization", basic(settings, provider.secret()));
            case CLIENT_SECRET_POST -> {
                form.put("client_id", settings.clientId());
                form.put("client_secret", provider.secret());
            }
            case NONE -> form.put("client_id", settings.clientId());
        }
        return http.post(metadata.tokenEndpoint(), headers, form);
    }

    /** Both halves are form-encoded first (RFC 6749, section 2.3.1). */
    private static String basic(OidcSettings settings, String secret) {
        var pair = OidcHttp.encode(settings.clientId()) + ":" + OidcHttp.encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
