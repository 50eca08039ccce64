package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link LinkKind} as text. */
@Converter(autoApply = true)
public class LinkKindConverter implements AttributeConverter<LinkKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LinkKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable LinkKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(LinkKind.class, text);
    }
}
