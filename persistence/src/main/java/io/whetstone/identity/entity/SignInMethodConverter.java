package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link SignInMethod} as text. */
@Converter(autoApply = true)
public class SignInMethodConverter implements AttributeConverter<SignInMethod, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SignInMethod value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable SignInMethod convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(SignInMethod.class, text);
    }
}
