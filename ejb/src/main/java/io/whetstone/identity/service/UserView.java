package io.whetstone.identity.service;

import io.whetstone.identity.entity.User;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as people and administrators see it. */
public record UserView(
        UUID id,
        long version,
        String email,
        String displayName,
        UserRole role,
        List<UserRole> roles,
        UserStatus status,
        boolean mustChangePassword,
        boolean secondFactor,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {
    public static UserView of(User user) {
        var roles = user.role() == UserRole.ADMIN ? List.of(UserRole.USER, UserRole.ADMIN) : List.of(UserRole.USER);
        return new UserView(
                user.id(),
                user.version(),
                user.email(),
                user.displayName(),
                user.role(),
                roles,
                user.status(),
                user.mustChangePassword(),
                user.secondFactor(),
                user.createdAt(),
                user.lastSignInAt());
    }
}
