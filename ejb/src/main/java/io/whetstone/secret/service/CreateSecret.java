package io.whetstone.secret.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new secret.
 *
 * @param provider one of {@code /api/secrets/providers}, or a name of one's own
 */
public record CreateSecret(
        @NotNull OwnerKind owner,

        @NotNull
        @Size(max = 64)
        @Pattern(
                regexp = "[a-z0-9][a-z0-9._-]*",
                message = "must be lower-case letters, digits, dots, dashes and underscores")
        String provider,

        @NotNull @Size(min = 1, max = 8192) String value,
        @Nullable @Size(max = 500) String description,

        @Nullable @Size(max = 20)
        Map<@Pattern(regexp = "[A-Za-z0-9_.-]{1,64}") String, @NotNull @Valid MetadataField> metadata) {
    @Override
    public String toString() {
        return "CreateSecret[%s %s]".formatted(owner, provider);
    }
}
