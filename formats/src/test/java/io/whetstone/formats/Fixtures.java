package io.whetstone.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds parity fixtures: random models and blocks of our own among the test resources, what belongs to others in
 * {@code shared/fixtures} beside the repository. A test that needs the latter is skipped where it is not.
 */
public final class Fixtures {
    private Fixtures() {}

    public static Path shared(String name) {
        URL resource = Fixtures.class.getResource("/fixtures/" + name);
        if (resource != null) {
            return path(resource);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/fixtures").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        return Assumptions.abort("skipped: there is no shared/fixtures/" + name + " beside the repository");
    }

    /** The starter model's GGUF: system property or environment, else the cache that the product fills. */
    public static Path starterGguf() {
        String named = System.getProperty("whetstone.test.gguf", System.getenv("WHETSTONE_TEST_GGUF"));
        if (named != null) {
            return Path.of(named);
        }
        Path cache = Path.of(System.getProperty("user.home"), ".whetstone", "cache");
        if (Files.isDirectory(cache)) {
            try (var files = Files.walk(cache)) {
                var found =
                        files.filter(f -> f.toString().endsWith("Q4_1.gguf")).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Assumptions.abort("skipped: no starter GGUF (WHETSTONE_TEST_GGUF or ~/.whetstone/cache)");
    }

    private static Path path(URL resource) {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
