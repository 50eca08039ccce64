package io.whetstone.secret.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a secret; what is absent stays as it is. Metadata that is given replaces all of it. */
public record ReplaceSecret(
        @Nullable @Size(min = 1, max = 8192) String value,
        @Nullable @Size(max = 500) String description,

        @Nullable @Size(max = 20)
        Map<@Pattern(regexp = "[A-Za-z0-9_.-]{1,64}") String, @NotNull @Valid MetadataField> metadata) {
    @Override
    public String toString() {
        return "ReplaceSecret[]";
    }
}
