package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file in the text form of keys and certificates (RFC 7468).
 *
 * @param what it is for, as a refusal names it
 */
record Pem(String what, Path file, String text) {
    static Pem read(String what, Path file) {
        try {
            return new Pem(what, file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new Refusal(
                    "%s %s cannot be read: %s"
                            .formatted(what, file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    boolean has(String label) {
        return text.contains("-----BEGIN " + label + "-----");
    }

    /** What stands under this label, in the order of the file. */
    List<byte[]> blocks(String label) {
        var pattern = "-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]*)-----END %1$s-----".formatted(Pattern.quote(label));
        try {
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
                    .toList();
        } catch (IllegalArgumentException noBase64) {
            throw broken(noBase64);
        }
    }

    Refusal broken(Exception cause) {
        return new Refusal("%s %s is damaged: %s".formatted(what, file, cause.getMessage()), cause);
    }
}
