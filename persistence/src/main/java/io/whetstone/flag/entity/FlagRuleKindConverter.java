package io.whetstone.flag.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link FlagRuleKind} as text. */
@Converter(autoApply = true)
public class FlagRuleKindConverter implements AttributeConverter<FlagRuleKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable FlagRuleKind value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable FlagRuleKind convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(FlagRuleKind.class, text);
    }
}
