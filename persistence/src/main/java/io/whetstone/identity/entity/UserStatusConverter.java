package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** {@link UserStatus} as text. */
@Converter(autoApply = true)
public class UserStatusConverter extends EnumConverter<UserStatus> {
    public UserStatusConverter() {
        super(UserStatus.class);
    }
}
