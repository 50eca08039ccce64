package io.whetstone.sso.service.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a token or of the userinfo endpoint, found by name or by a path with dots. */
record Claims(Map<String, Object> all) {
    /** A text; anything else counts as absent. */
    Optional<String> text(String path) {
        return find(path) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** A text, or all texts of a list; empty when there is no such claim. */
    Optional<List<String>> texts(String path) {
        var found = find(path);
        if (found instanceof String one) {
            return Optional.of(List.of(one));
        }
        if (found instanceof Collection<?> many) {
            return Optional.of(many.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList());
        }
        return Optional.empty();
    }

    /** Some issuers write the truth as a text. */
    Optional<Boolean> truth(String path) {
        return Optional.ofNullable(find(path)).map(found -> "true".equals(found.toString()));
    }

    /** These claims, and those of {@code others} that are missing here. */
    Claims or(Claims others) {
        var merged = new HashMap<>(others.all());
        merged.putAll(all);
        return new Claims(merged);
    }

    // A claim may have dots in its own name, as "https://example.org/groups" has.
    private @Nullable Object find(String path) {
        if (all.containsKey(path)) {
            return all.get(path);
        }
        Object here = all;
        for (var name : path.split("\\.", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }
}
