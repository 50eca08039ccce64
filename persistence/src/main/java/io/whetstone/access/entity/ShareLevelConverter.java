package io.whetstone.access.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link ShareLevel} as text. */
@Converter(autoApply = true)
public class ShareLevelConverter implements AttributeConverter<ShareLevel, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ShareLevel value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ShareLevel convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ShareLevel.class, text);
    }
}
