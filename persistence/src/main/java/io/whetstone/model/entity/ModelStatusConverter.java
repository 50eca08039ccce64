package io.whetstone.model.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link ModelStatus}. */
@Converter(autoApply = true)
public class ModelStatusConverter implements AttributeConverter<ModelStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ModelStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable ModelStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(ModelStatus.class, text);
    }
}
