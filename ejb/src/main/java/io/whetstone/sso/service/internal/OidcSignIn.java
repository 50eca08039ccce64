package io.whetstone.sso.service.internal;

import io.whetstone.sso.entity.SsoSignIn.Sent;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.SsoCallback;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way to an issuer and back: authorization code flow with PKCE, state and nonce. */
@ApplicationScoped
public class OidcSignIn {
    @Inject
    Issuers issuers;

    @Inject
    TokenEndpoint tokens;

    @Inject
    IdTokens idTokens;

    @Inject
    DistributedGroups distributed;

    @Inject
    OidcHttp http;

    /** What came of a sign-in: who, and what is needed to sign out again. */
    record Proof(Person person, String idToken, @Nullable String sid, boolean secondFactor) {}

    /** Where the browser goes. */
    URI authorization(Provider provider, String state, Sent sent, @Nullable String loginHint) {
        var settings = provider.issuer();
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", sent.redirectUri());
        query.put("scope", scope(settings));
        query.put("state", state);
        query.put("nonce", sent.nonce());
        query.put("code_challenge", Secrets.challenge(sent.codeVerifier()));
        query.put("code_challenge_method", "S256");
        var asked = acrValues(settings, issuers.metadata(settings.issuer()));
        if (!asked.isEmpty()) {
            query.put("acr_values", asked);
        }
        if (loginHint != null) {
            query.put("login_hint", loginHint);
        }
        return withQuery(issuers.metadata(settings.issuer()).authorizationEndpoint(), query);
    }

    Proof finish(Provider provider, Sent sent, SsoCallback callback) {
        var settings = provider.issuer();
        var metadata = issuers.metadata(settings.issuer());
        requireOwnAnswer(settings, metadata, callback);
        var answer = tokens.exchange(provider, metadata, callback.requiredCode(), sent);
        var token = idTokens.verify(answer.idToken(), settings, metadata, sent.nonce(), answer.accessToken());
        var claims = new Claims(token.getClaims());
        var subject = claims.text("sub")
                .orElseThrow(() -> new SsoFailure(SsoReason.TOKEN_INVALID, "ID token: it names no subject"));
        if (isIncomplete(claims, settings) && metadata.userinfoEndpoint().isPresent()) {
            claims = claims.or(userinfo(metadata.userinfoEndpoint().get(), answer.accessToken(), subject));
        }
        return new Proof(
                person(settings, subject, claims, groups(provider, claims, answer.accessToken())),
                answer.idToken(),
                claims.text("sid").orElse(null),
                provesSecondFactor(settings, new Claims(token.getClaims())));
    }

    /** Where the browser goes to end the issuer's session as well (RP-Initiated Logout 1.0). */
    Optional<URI> endSession(OidcSettings settings, String idToken, String returnTo) {
        return issuers.metadata(settings.issuer()).endSessionEndpoint().map(endpoint -> {
            var query = new LinkedHashMap<String, String>();
            query.put("id_token_hint", idToken);
            query.put("client_id", settings.clientId());
            query.put("post_logout_redirect_uri", returnTo);
            return withQuery(endpoint, query);
        });
    }

    // An issuer that always names itself and did not, or another one that did, means a mixed-up answer (RFC 9207).
    private static void requireOwnAnswer(OidcSettings settings, OidcMetadata metadata, SsoCallback callback) {
        var named = callback.issuer();
        if (named == null
                ? metadata.namesIssuerInAnswers()
                : !named.equals(settings.issuer().toString())) {
            throw new SsoFailure(SsoReason.ISSUER_MIXED_UP, "iss=" + named);
        }
        if (callback.error() != null) {
            var denied = "access_denied".equals(callback.error());
            throw new SsoFailure(
                    denied ? SsoReason.DENIED : SsoReason.PROVIDER_FAILED,
                    "authorization endpoint: %s %s".formatted(callback.error(), callback.errorDescription()));
        }
    }

    private static boolean isIncomplete(Claims claims, OidcSettings settings) {
        var names = settings.claims();
        return claims.text(names.email()).isEmpty()
                || claims.text(names.name()).isEmpty()
                || claims.truth("email_verified").isEmpty()
                || claims.texts(names.groups()).isEmpty();
    }

    private Claims userinfo(URI endpoint, String accessToken, String subject) {
        var answer = http.get(endpoint, Map.of("Authorization", "Bearer " + accessToken));
        if (!answer.ok() || !answer.body().isObject()) {
            throw new SsoFailure(SsoReason.PROVIDER_FAILED, "userinfo endpoint: " + answer.error());
        }
        if (!answer.body().path("sub").asText().equals(subject)) {
            throw new SsoFailure(SsoReason.TOKEN_INVALID, "userinfo endpoint: another subject");
        }
        return new Claims(http.plain(answer.body()));
    }

    // The token alone tells how somebody signed in: the userinfo endpoint is not about this sign-in.
    private static boolean provesSecondFactor(OidcSettings settings, Claims token) {
        return settings.provesSecondFactor(
                token.text("acr").orElse(null), token.texts("amr").orElse(List.of()));
    }

    // Where no rule looks at groups, nobody is kept out because they cannot be read.
    private List<String> groups(Provider provider, Claims claims, String accessToken) {
        var name = provider.issuer().claims().groups();
        return provider.rules().asksForGroups() && DistributedGroups.areElsewhere(claims, name)
                ? distributed.read(claims, name, accessToken)
                : claims.texts(name).orElse(List.of());
    }

    private static Person person(OidcSettings settings, String subject, Claims claims, List<String> groups) {
        var names = settings.claims();
        var verified = claims.truth("email_verified").orElse(settings.trustEmail());
        return new Person(
                settings.issuer().toString(),
                subject,
                claims.text(names.email()),
                verified,
                claims.text(names.name()),
                groups);
    }

    /** What the issuer knows of the values that prove a second factor: it is asked for them, not held to them. */
    private static String acrValues(OidcSettings settings, OidcMetadata metadata) {
        var known = metadata.acrValues();
        return settings.secondFactorProofs().stream().filter(known::contains).collect(Collectors.joining(" "));
    }

    private static String scope(OidcSettings settings) {
        var scopes = new LinkedHashSet<String>();
        scopes.add("openid");
        scopes.addAll(settings.scopes());
        return String.join(" ", scopes);
    }

    private static URI withQuery(URI endpoint, Map<String, String> query) {
        var separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + OidcHttp.encode(query));
    }
}
