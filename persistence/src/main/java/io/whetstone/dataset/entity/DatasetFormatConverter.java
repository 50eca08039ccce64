package io.whetstone.dataset.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link DatasetFormat} as text. */
@Converter(autoApply = true)
public class DatasetFormatConverter implements AttributeConverter<DatasetFormat, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DatasetFormat value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable DatasetFormat convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(DatasetFormat.class, text);
    }
}
