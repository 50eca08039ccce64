package io.whetstone.access.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link WorkspaceRole} as text. */
@Converter(autoApply = true)
public class WorkspaceRoleConverter implements AttributeConverter<WorkspaceRole, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkspaceRole value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable WorkspaceRole convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(WorkspaceRole.class, text);
    }
}
