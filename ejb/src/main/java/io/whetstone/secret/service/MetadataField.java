package io.whetstone.secret.service;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to a secret, such as a region or the second key of AWS.
 *
 * @param value absent in answers when it is secret; absent in a change, a secret field stays as it is
 * @param secret whether it is sealed as the value itself is
 */
public record MetadataField(@Nullable @Size(max = 8192) String value, boolean secret) {
    @Override
    public String toString() {
        return secret ? "[secret]" : String.valueOf(value);
    }
}
