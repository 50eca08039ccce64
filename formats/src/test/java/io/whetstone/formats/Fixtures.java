package io.whetstone.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the parity fixtures that lie beside the repository; a test that needs them is skipped where they are not. */
public final class Fixtures {
    private Fixtures() {}

    public static Path shared(String name) {
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
                var found = files.filter(f -> f.toString().endsWith(".gguf")).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return Assumptions.abort("skipped: no starter GGUF (WHETSTONE_TEST_GGUF or ~/.whetstone/cache)");
    }
}
