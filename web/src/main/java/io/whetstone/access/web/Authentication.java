package io.whetstone.access.web;

import io.whetstone.access.service.Authenticator;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.VerifiedCaller;
import io.whetstone.kernel.web.Proxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * The one way in: a bearer credential becomes a principal, whatever its kind. A request without one goes on as nobody;
 * a request with a bad one goes nowhere. The server asks it before any filter (Jakarta Authentication 3.0, Servlet
 * profile).
 */
@ApplicationScoped
public class Authentication implements ServerAuthModule {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    /** Whom another server acts for: the id or the e-mail address of a member of its workspace. */
    public static final String ACTS_FOR = "X-Acts-For";

    @Inject
    Authenticator authenticator;

    @Inject
    Proxies proxies;

    private volatile @Nullable CallbackHandler container;

    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject caller, @Nullable Subject service)
            throws AuthException {
        var request = (HttpServletRequest) message.getRequestMessage();
        var header = request.getHeader("Authorization");
        if (header == null) {
            tell(new CallerPrincipalCallback(caller, (java.security.Principal) null));
            return AuthStatus.SUCCESS;
        }
        var principal = principal(header, request);
        if (principal.isEmpty()) {
            return refuse((HttpServletResponse) message.getResponseMessage());
        }
        var roles = principal.get().roles().toArray(String[]::new);
        tell(
                new CallerPrincipalCallback(caller, new VerifiedCaller(principal.get())),
                new GroupPrincipalCallback(caller, roles));
        return AuthStatus.SUCCESS;
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject caller) {
        caller.getPrincipals().clear();
    }

    private Optional<Principal> principal(String header, HttpServletRequest request) {
        var matcher = BEARER.matcher(header);
        return matcher.matches()
                ? authenticator.authenticate(new Presented(
                        matcher.group(1),
                        proxies.client(request),
                        request.getHeader(ACTS_FOR),
                        request.getHeader("Origin")))
                : Optional.empty();
    }

    private static AuthStatus refuse(HttpServletResponse response) throws AuthException {
        try {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new AuthException(gone);
        }
    }

    private void tell(Callback... callbacks) throws AuthException {
        var handler = container;
        if (handler == null) {
            throw new AuthException("Asked before it was initialised");
        }
        try {
            handler.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException refused) {
            throw new AuthException(refused);
        }
    }
}
