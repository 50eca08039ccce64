package io.whetstone.model.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link ModelVisibility}. */
@Converter(autoApply = true)
public class ModelVisibilityConverter implements AttributeConverter<ModelVisibility, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ModelVisibility value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ModelVisibility convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ModelVisibility.class, text);
    }
}
