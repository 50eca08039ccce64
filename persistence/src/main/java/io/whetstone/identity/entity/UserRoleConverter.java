package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link UserRole} as text. */
@Converter(autoApply = true)
public class UserRoleConverter implements AttributeConverter<UserRole, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UserRole value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable UserRole convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(UserRole.class, text);
    }
}
