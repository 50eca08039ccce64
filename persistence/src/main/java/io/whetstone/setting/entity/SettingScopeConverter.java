package io.whetstone.setting.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link SettingScope} as text. */
@Converter(autoApply = true)
public class SettingScopeConverter implements AttributeConverter<SettingScope, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SettingScope value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable SettingScope convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(SettingScope.class, text);
    }
}
