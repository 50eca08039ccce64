package io.whetstone.identity.session.service;

import java.util.UUID;

/** A session whose refresh token goes into the cookie; the page gets its access token with that. */
public record OpenedSession(UUID sessionId, String refreshToken) {}
