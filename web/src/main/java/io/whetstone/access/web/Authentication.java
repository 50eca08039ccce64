package io.whetstone.access.web;

import io.whetstone.access.service.Authenticator;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.VerifiedCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one way in: a bearer credential becomes a principal, whatever its kind. A request without one goes on as nobody;
 * a request with a bad one goes nowhere.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    /** Whom another server acts for: the id or the e-mail address of a member of its workspace. */
    public static final String ACTS_FOR = "X-Acts-For";

    @Inject
    Authenticator authenticator;

    @Inject
    Origin origin;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var header = request.getHeader("Authorization");
        if (header == null) {
            return context.doNothing();
        }
        var credential = credential(header);
        var principal = credential == null
                ? Optional.<Principal>empty()
                : authenticator.authenticate(presented(credential, request));
        return principal
                .map(proved -> context.notifyContainerAboutLogin(new VerifiedCaller(proved), proved.roles()))
                .orElseGet(context::responseUnauthorized);
    }

    private Presented presented(String credential, HttpServletRequest request) {
        return new Presented(credential, origin.address(), request.getHeader(ACTS_FOR), request.getHeader("Origin"));
    }

    private static @Nullable String credential(String header) {
        var matcher = BEARER.matcher(header);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
