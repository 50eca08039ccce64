package io.whetstone.notification.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link NotificationKind} as text. */
@Converter(autoApply = true)
public class NotificationKindConverter implements AttributeConverter<NotificationKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable NotificationKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable NotificationKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(NotificationKind.class, text);
    }
}
