package io.whetstone.storage.web;

import io.whetstone.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header {@code Upload-Metadata}: keys, each with a value in Base64 or none, separated by commas. */
record UploadMetadata(Map<String, String> values) {
    private static final String NAME = "filename";
    private static final String UNNAMED = "upload";
    private static final int MAX_NAME = 255;

    static UploadMetadata parse(@Nullable String header) {
        var values = new HashMap<String, String>();
        if (header != null && !header.isBlank()) {
            for (var pair : header.split(",", -1)) {
                var parts = pair.strip().split(" ", 2);
                var value = parts.length == 2 ? decode(parts[1]) : "";
                if (parts[0].isEmpty() || values.put(parts[0], value) != null) {
                    throw ProblemException.invalid("/Upload-Metadata", "must have keys that are there once");
                }
            }
        }
        return new UploadMetadata(values);
    }

    /** The file's name without any folder. */
    String fileName() {
        var path = values.getOrDefault(NAME, "").replace('\\', '/');
        var name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? UNNAMED : name.substring(Math.max(0, name.length() - MAX_NAME));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            var problem = ProblemException.invalid("/Upload-Metadata", "must have values in Base64");
            problem.initCause(malformed);
            throw problem;
        }
    }
}
