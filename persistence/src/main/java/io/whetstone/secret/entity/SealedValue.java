package io.whetstone.secret.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a secret instead of what it says.
 *
 * @param dataKeyId the key that sealed it
 * @param fingerprint equal for equal values of one owner
 * @param lastFour the end of a value that is long enough not to be given away by it
 * @param metadata by name: {@code {"secret": false, "value": …}} or {@code {"secret": true, "sealed": …}}
 */
public record SealedValue(
        UUID dataKeyId,
        String sealed,
        String fingerprint,
        @Nullable String lastFour,
        JsonNode metadata) {}
