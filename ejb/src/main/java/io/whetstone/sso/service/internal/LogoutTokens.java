package io.whetstone.sso.service.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.sso.service.SsoFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens by which an issuer says that a session is over, and the way to tell an issuer the same. */
@ApplicationScoped
public class LogoutTokens {
    private static final Logger LOGGER = System.getLogger(LogoutTokens.class.getName());
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /**
     * Nothing that an issuer signs as something else may pass for one (RFC 8725, section 3.11). No type at all may:
     * Back-Channel Logout 1.0, section 2.4, only recommends one, and many issuers write none.
     */
    private static final Set<JOSEObjectType> TYPES = Set.of(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT);

    @Inject
    Issuers issuers;

    @Inject
    IdTokens idTokens;

    @Inject
    OidcSignIn oidc;

    /** Whose sessions are over: one by its sid, or all of the subject. */
    public record Over(
            String issuer,
            @Nullable String subject,
            @Nullable String sid) {}

    /** What a logout token says, once it is proved (Back-Channel Logout 1.0, section 2.6). */
    public Over verify(Provider provider, SignedJWT token) throws ParseException {
        try {
            var type = token.getHeader().getType();
            if (type != null && !TYPES.contains(type)) {
                throw refused("Its type is " + type);
            }
            var settings = provider.issuer();
            var claims = idTokens.signed(token, settings, issuers.metadata(settings.issuer()));
            var events = claims.getJSONObjectClaim("events");
            var subject = claims.getSubject();
            var sid = claims.getStringClaim("sid");
            var says = events != null && events.get(EVENT) instanceof Map && (subject != null || sid != null);
            if (!says || claims.getClaim("nonce") != null) {
                throw refused("It is no logout token");
            }
            return new Over(settings.issuer().toString(), subject, sid);
        } catch (SsoFailure failure) {
            throw refused(failure.evidence());
        } catch (UpstreamException failure) {
            throw refused("The issuer's keys cannot be read");
        }
    }

    public Optional<URI> endSession(Provider provider, String idToken, URI returnTo) {
        var settings = provider.oidc();
        if (settings == null || !settings.signOutAtIssuer()) {
            return Optional.empty();
        }
        try {
            return oidc.endSession(settings, idToken, returnTo.toString());
        } catch (UpstreamException failure) {
            LOGGER.log(Level.WARNING, "sso.sign_out_failed provider=" + provider.id(), failure);
            return Optional.empty();
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemType.INVALID_REQUEST, why);
    }
}
