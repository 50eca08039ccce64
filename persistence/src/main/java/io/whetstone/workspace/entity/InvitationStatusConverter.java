package io.whetstone.workspace.entity;

import io.whetstone.kernel.EnumText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link InvitationStatus} as text. */
@Converter(autoApply = true)
public class InvitationStatusConverter implements AttributeConverter<InvitationStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable InvitationStatus value) {
        return EnumText.orNull(value);
    }

    @Override
    public @Nullable InvitationStatus convertToEntityAttribute(@Nullable String text) {
        return EnumText.parse(InvitationStatus.class, text);
    }
}
