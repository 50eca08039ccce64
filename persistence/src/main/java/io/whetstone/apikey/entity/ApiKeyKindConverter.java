package io.whetstone.apikey.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link ApiKeyKind} as text. */
@Converter(autoApply = true)
public class ApiKeyKindConverter implements AttributeConverter<ApiKeyKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ApiKeyKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ApiKeyKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ApiKeyKind.class, text);
    }
}
