package io.whetstone.training.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** Stores a {@link JobStatus}. */
@Converter(autoApply = true)
public class JobStatusConverter extends EnumConverter<JobStatus> {
    public JobStatusConverter() {
        super(JobStatus.class);
    }
}
