package io.whetstone.identity.session.service;

import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its person sees it.
 *
 * @param device browser and system, as the browser names them
 * @param current whether it is the one that asks
 */
public record OpenSessionView(
        UUID id,
        SignInMethod method,
        String device,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {
    public static OpenSessionView of(Session session, @Nullable UUID current) {
        return new OpenSessionView(
                session.id(),
                session.method(),
                Device.name(session.userAgent()),
                session.address(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
