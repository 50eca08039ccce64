package io.whetstone.identity.service;

import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Changes what is given of an account and leaves the rest. */
public record ChangeUser(
        @Nullable @Size(max = 120) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String displayName,

        @Nullable @Email @Size(max = 254) String email,
        @Nullable UserRole role,
        @Nullable UserStatus status) {}
