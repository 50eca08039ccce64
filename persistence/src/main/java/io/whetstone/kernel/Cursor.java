package io.whetstone.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list that is ordered by time and id, newest first. Opaque on the wire (base64url of 28 bytes). */
public record Cursor(Instant at, UUID id) {
    private static final int LENGTH = 28;

    public String encode() {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == LENGTH) {
                var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
                return new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid(notBase64);
        }
        throw invalid(null);
    }

    private static ProblemException invalid(@Nullable Throwable cause) {
        var problem = ProblemException.invalid("/cursor", "is not a cursor that this list gave");
        problem.initCause(cause);
        return problem;
    }
}
