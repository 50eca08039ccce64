package io.whetstone.sso.service.internal;

import io.whetstone.kernel.EnumText;
import io.whetstone.sso.entity.SsoSignIn.Sent;
import io.whetstone.sso.service.CheckView;
import io.whetstone.sso.service.ClientAuthentication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Tries an issuer's settings out: everything but a person's own sign-in. */
@ApplicationScoped
public class OidcCheck {
    @Inject
    Issuers issuers;

    @Inject
    TokenEndpoint tokens;

    public CheckView run(Provider draft, URI callback) {
        var steps = new Steps();
        var settings = draft.issuer();
        if (steps.tryOut(
                "Discovery document",
                () -> "Read from " + issuers.read(settings.issuer()).keys().getHost())) {
            var metadata = issuers.read(settings.issuer());
            steps.tryOut("Endpoints", () -> endpoints(metadata));
            steps.tryOut("Signing keys", () -> issuers.readKeys(metadata).size() + " keys");
            steps.add(
                    "PKCE",
                    metadata.supports("code_challenge_methods_supported", "S256"),
                    "S256, as the issuer says of itself");
            steps.tryOut("Client", () -> client(draft, metadata, callback));
        }
        return steps.view();
    }

    private static String endpoints(OidcMetadata metadata) {
        return "Authorization at %s, tokens at %s, userinfo %s, sign-out %s"
                .formatted(
                        metadata.authorizationEndpoint().getHost(),
                        metadata.tokenEndpoint().getHost(),
                        metadata.userinfoEndpoint().isPresent() ? "yes" : "no",
                        metadata.endSessionEndpoint().isPresent() ? "yes" : "no");
    }

    /** Offers a code that never was. An issuer that complains of the code has accepted the client. */
    private String client(Provider draft, OidcMetadata metadata, URI callback) {
        var method = draft.issuer().clientAuthentication();
        var name = EnumText.of(method);
        if (!metadata.supports("token_endpoint_auth_methods_supported", name)) {
            throw new UpstreamException("The issuer does not support the client authentication " + name);
        }
        var sent = new Sent(Secrets.random(), Secrets.random(), callback.toString());
        var answer = tokens.ask(draft, metadata, Secrets.random(), sent);
        if (!"invalid_grant".equals(answer.body().path("error").asText())) {
            throw new UpstreamException("The issuer does not accept the client: " + answer.error());
        }
        return method == ClientAuthentication.NONE ? "The issuer knows the client" : "The issuer accepts the secret";
    }
}
