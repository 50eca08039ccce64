package io.whetstone.access.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link Shareable} as text. */
@Converter(autoApply = true)
public class ShareableConverter implements AttributeConverter<Shareable, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Shareable value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable Shareable convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(Shareable.class, text);
    }
}
