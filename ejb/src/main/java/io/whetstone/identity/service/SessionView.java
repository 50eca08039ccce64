package io.whetstone.identity.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
        @JsonIgnore String refreshToken) {}
