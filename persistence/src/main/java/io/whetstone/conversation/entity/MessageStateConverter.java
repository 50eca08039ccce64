package io.whetstone.conversation.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link MessageState} as text. */
@Converter(autoApply = true)
public class MessageStateConverter implements AttributeConverter<MessageState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MessageState value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable MessageState convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(MessageState.class, text);
    }
}
