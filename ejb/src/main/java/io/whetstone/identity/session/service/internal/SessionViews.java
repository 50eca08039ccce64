package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.identity.session.service.SessionView;
import io.whetstone.kernel.service.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives an opened session its access token. */
@ApplicationScoped
public class SessionViews {
    @Inject
    AccessTokens tokens;

    @Inject
    IdentityConfig config;

    @Inject
    Roles roles;

    public SessionView of(Sessions.Opened opened) {
        var user = opened.user();
        var groups = roles.of(user, opened.method()).stream().sorted().toList();
        return new SessionView(
                tokens.issue(user.id(), opened.sessionId(), groups),
                config.accessTokenLife().toSeconds(),
                user,
                opened.workspaceId(),
                user.mustChangePassword(),
                groups.contains(Principal.SECOND_FACTOR_SETUP),
                opened.refreshToken(),
                opened.expiresAt());
    }
}
