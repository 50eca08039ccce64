package io.whetstone.conversation.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link MessageRole} as text. */
@Converter(autoApply = true)
public class MessageRoleConverter implements AttributeConverter<MessageRole, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MessageRole value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable MessageRole convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(MessageRole.class, text);
    }
}
