package io.whetstone.model.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** Stores a {@link ModelStatus}. */
@Converter(autoApply = true)
public class ModelStatusConverter extends EnumConverter<ModelStatus> {
    public ModelStatusConverter() {
        super(ModelStatus.class);
    }
}
