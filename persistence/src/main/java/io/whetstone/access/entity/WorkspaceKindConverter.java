package io.whetstone.access.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link WorkspaceKind} as text. */
@Converter(autoApply = true)
public class WorkspaceKindConverter implements AttributeConverter<WorkspaceKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkspaceKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable WorkspaceKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(WorkspaceKind.class, text);
    }
}
