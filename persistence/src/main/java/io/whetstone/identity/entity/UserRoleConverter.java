package io.whetstone.identity.entity;

import io.whetstone.kernel.EnumConverter;
import jakarta.persistence.Converter;

/** {@link UserRole} as text. */
@Converter(autoApply = true)
public class UserRoleConverter extends EnumConverter<UserRole> {
    public UserRoleConverter() {
        super(UserRole.class);
    }
}
