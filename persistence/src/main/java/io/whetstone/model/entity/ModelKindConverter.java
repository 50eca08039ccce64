package io.whetstone.model.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** Stores a {@link ModelKind}. */
@Converter(autoApply = true)
public class ModelKindConverter extends EnumConverter<ModelKind> {
    public ModelKindConverter() {
        super(ModelKind.class);
    }
}
