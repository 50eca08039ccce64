package io.whetstone.task.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** {@link TaskStatus} as text. */
@Converter(autoApply = true)
public class TaskStatusConverter extends EnumConverter<TaskStatus> {
    public TaskStatusConverter() {
        super(TaskStatus.class);
    }
}
