package io.whetstone.comment.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link Emoji} as text. */
@Converter(autoApply = true)
public class EmojiConverter implements AttributeConverter<Emoji, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Emoji value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable Emoji convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(Emoji.class, text);
    }
}
