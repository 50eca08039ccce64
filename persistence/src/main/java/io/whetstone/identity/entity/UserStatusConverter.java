package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link UserStatus} as text. */
@Converter(autoApply = true)
public class UserStatusConverter implements AttributeConverter<UserStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UserStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable UserStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(UserStatus.class, text);
    }
}
