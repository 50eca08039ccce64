package io.whetstone.dataset.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link DatasetStatus} as text. */
@Converter(autoApply = true)
public class DatasetStatusConverter implements AttributeConverter<DatasetStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DatasetStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable DatasetStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(DatasetStatus.class, text);
    }
}
