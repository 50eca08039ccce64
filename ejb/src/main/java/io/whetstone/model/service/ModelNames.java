package io.whetstone.model.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes the names by which models are called over the API from those that people give. */
public class ModelNames {
    private static final int LENGTH = 58;

    private ModelNames() {}

    /** Lower case letters, digits, dots, dashes; {@code -2}, {@code -3} … follow a name that is taken. */
    public static String unused(String displayName, Predicate<String> taken) {
        var name = slug(displayName);
        for (var number = 2; taken.test(name); number++) {
            name = slug(displayName) + "-" + number;
        }
        return name;
    }

    static String slug(String displayName) {
        var plain = Normalizer.normalize(displayName, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        var name = plain.isEmpty() ? "model" : plain;
        return name.length() > LENGTH ? name.substring(0, LENGTH) : name;
    }
}
