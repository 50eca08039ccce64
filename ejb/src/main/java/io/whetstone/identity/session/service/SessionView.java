package io.whetstone.identity.session.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.whetstone.identity.service.UserView;
import java.time.Instant;
import java.util.UUID;

/**
 * An open session. The refresh token goes into a cookie, never into a body.
 *
 * @param expiresIn seconds until the access token ends
 */
public record SessionView(
        String accessToken,
        long expiresIn,
        UserView user,
        UUID workspaceId,
        boolean mustChangePassword,
        boolean mustSetUpSecondFactor,
        @JsonIgnore String refreshToken,
        @JsonIgnore Instant refreshUntil)
        implements SignInAnswer {}
