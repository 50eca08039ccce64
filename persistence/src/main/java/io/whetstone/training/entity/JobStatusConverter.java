package io.whetstone.training.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link JobStatus}. */
@Converter(autoApply = true)
public class JobStatusConverter implements AttributeConverter<JobStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JobStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable JobStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(JobStatus.class, text);
    }
}
