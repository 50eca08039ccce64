package io.whetstone.widget.service.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import io.whetstone.access.service.CredentialVerifier;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.signing.service.SignedTokens;
import io.whetstone.signing.service.TokenForm;
import io.whetstone.widget.service.WidgetTokenView;
import io.whetstone.widget.service.internal.TokenVisitors.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and knows the tokens of visitors: {@code wsw_} and a signed token. Such a token works from the pages that it
 * names only, and ends with the service key that it was asked for with.
 */
@ApplicationScoped
public class WidgetTokens implements CredentialVerifier {
    private static final TokenForm FORM = new TokenForm("wsw_", "widget+jwt", "whetstone-widget");
    private static final String WORKSPACE = "workspace";
    private static final String KEY = "key";
    private static final String VISITOR = "visitor";
    private static final String ORIGINS = "origins";
    private static final String MODELS = "models";

    @Inject
    SignedTokens tokens;

    @Inject
    TokenVisitors visitors;

    @Inject
    Caller caller;

    public WidgetTokenView issue(String visitor, List<String> origins, List<String> models, Instant wanted) {
        var principal = caller.principal();
        var expiresAt = tokens.end(wanted);
        var claims = new JWTClaimsSet.Builder()
                .subject(principal.id().toString())
                .claim(WORKSPACE, String.valueOf(principal.workspaceId()))
                .claim(KEY, String.valueOf(principal.credentialId()))
                .claim(VISITOR, visitor)
                .claim(ORIGINS, origins)
                .claim(MODELS, models);
        return new WidgetTokenView(tokens.sign(FORM, claims, expiresAt), expiresAt);
    }

    @Override
    public boolean knows(String credential) {
        return credential.startsWith(FORM.prefix());
    }

    @Override
    public Optional<Principal> verify(Presented presented) {
        var page = presented.page();
        if (presented.actsFor() != null || page == null) {
            return Optional.empty();
        }
        return tokens.open(FORM, presented.credential())
                .filter(claims -> texts(claims, ORIGINS).contains(page))
                .flatMap(WidgetTokens::read)
                .flatMap(visitors::principal);
    }

    private static Optional<Claims> read(JWTClaimsSet claims) {
        try {
            return Optional.of(new Claims(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaim(WORKSPACE)),
                    UUID.fromString(claims.getStringClaim(KEY)),
                    texts(claims, MODELS)));
        } catch (ParseException | IllegalArgumentException | NullPointerException incomplete) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JWTClaimsSet claims, String name) {
        try {
            var texts = claims.getStringListClaim(name);
            return texts == null ? List.of() : texts;
        } catch (ParseException malformed) {
            return List.of();
        }
    }
}
