package io.whetstone.model.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link ModelKind}. */
@Converter(autoApply = true)
public class ModelKindConverter implements AttributeConverter<ModelKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ModelKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ModelKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ModelKind.class, text);
    }
}
