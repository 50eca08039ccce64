package io.whetstone.sharing.service;

import io.whetstone.access.entity.ShareLevel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a share shall allow, and its note. */
public record ChangeShare(
        @NotNull ShareLevel level,
        @Nullable @Size(max = 500) String note) {}
