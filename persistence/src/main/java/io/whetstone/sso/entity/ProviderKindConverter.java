package io.whetstone.sso.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link ProviderKind} as text. */
@Converter(autoApply = true)
public class ProviderKindConverter implements AttributeConverter<ProviderKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ProviderKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ProviderKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ProviderKind.class, text);
    }
}
