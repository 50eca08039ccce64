package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships says what it is made of. */
class ComponentsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTS = "META-INF/sbom/";
    private static final String MADE = "components: Maven skips the goal that lists them in a build with -o";

    @Test
    void every_library_of_the_archive_is_in_a_list_of_components() throws IOException {
        var listed = new HashSet<String>();
        var libraries = new TreeSet<String>();
        try (var ear =
                new ZipFile(Product.root().resolve("ear/target/whetstone.ear").toFile())) {
            for (var entry : ear.stream().toList()) {
                if (entry.getName().matches("[^/]+\\.[jw]ar")) {
                    read(ear.getInputStream(entry), listed);
                } else if (entry.getName().matches("lib/.+\\.jar")) {
                    libraries.add(entry.getName().replaceFirst("lib/(.+)\\.jar", "$1"));
                }
            }
        }

        assertThat(listed).as(MADE).isNotEmpty();
        assertThat(libraries).isNotEmpty();
        assertThat(names(listed)).containsAll(libraries);
    }

    @ParameterizedTest
    @CsvSource({"payara-config, launcher", "trainer, trainer", "runner, runner"})
    void every_library_beside_a_program_is_in_its_list_of_components(String module, String program) throws IOException {
        var target = Product.root().resolve(module).resolve("target");
        var listed = new HashSet<String>();
        try (var jar = Files.newInputStream(target.resolve(program + ".jar"))) {
            read(jar, listed);
        }
        assertThat(listed).as(MADE).isNotEmpty();
        try (var files = Files.list(target.resolve("lib"))) {
            var libraries = files.map(Path::getFileName)
                    .map(Path::toString)
                    .map(name -> name.replaceFirst("\\.jar$", ""))
                    .toList();

            assertThat(libraries)
                    .isNotEmpty()
                    .allSatisfy(library -> assertThat(listed)
                            .as(library)
                            .anyMatch(known -> library.equals(known) || library.startsWith(known + "-")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web/src/main/frontend, web/target/classes, frontend, dependencies",
        "runner/natives, runner/target/classes, natives, optionalDependencies"
    })
    void every_package_that_ships_is_in_a_list_of_components(String source, String classes, String list, String kind)
            throws IOException {
        var wanted = JSON.readTree(
                        Product.root().resolve(source).resolve("package.json").toFile())
                .path(kind);
        var components = JSON.readTree(Product.root()
                        .resolve(classes)
                        .resolve(LISTS + list + ".cdx.json")
                        .toFile())
                .path("components");

        assertThat(wanted.properties()).isNotEmpty();
        wanted.properties()
                .forEach(dependency -> assertThat(components).anySatisfy(component -> {
                    assertThat(component.path("name").asText()).isEqualTo(dependency.getKey());
                    assertThat(component.path("version").asText())
                            .isEqualTo(dependency.getValue().asText());
                }));
    }

    /** The components of all lists in an archive, each as {@code name-version}. */
    private static void read(InputStream archive, Set<String> listed) throws IOException {
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains(LISTS) && entry.getName().endsWith(".json")) {
                    var list = parsed(zip.readAllBytes());
                    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
                    list.path("components").forEach(component -> {
                        assertThat(component.path("purl").asText()).startsWith("pkg:");
                        listed.add(component.path("name").asText() + "-"
                                + component.path("version").asText());
                    });
                }
            }
        }
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static List<String> names(Set<String> listed) {
        return listed.stream()
                .map(name -> name.replaceFirst("-\\d[^-]*(-.*)?$", ""))
                .toList();
    }
}
