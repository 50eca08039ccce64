package io.whetstone.model.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** Stores a {@link ModelVisibility}. */
@Converter(autoApply = true)
public class ModelVisibilityConverter extends EnumConverter<ModelVisibility> {
    public ModelVisibilityConverter() {
        super(ModelVisibility.class);
    }
}
