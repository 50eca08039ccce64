package io.whetstone.sharing.service;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.Shareable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for an object to be shared with a person, by e-mail address, or with a workspace of the caller. */
public record ShareObject(
        @NotNull Shareable resourceType,
        @NotNull UUID resourceId,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable UUID workspaceId,
        @NotNull ShareLevel level,
        @Nullable @Size(max = 500) String note) {}
