package io.whetstone.task.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link TaskStatus} as text. */
@Converter(autoApply = true)
public class TaskStatusConverter implements AttributeConverter<TaskStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TaskStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable TaskStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(TaskStatus.class, text);
    }
}
