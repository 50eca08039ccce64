package io.whetstone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Pages that name the tests that hold what they say; a test that is gone or renamed makes them untrue. */
class SecurityPageTest {
    static final Path PAGE = Path.of("../docs/security.md");
    static final Path RULES = Path.of("../docs/input-rules.md");
    static final List<Path> PAGES = List.of(PAGE, RULES);
    static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))\\.(\\w+)`");
    static final Pattern REQUIREMENT = Pattern.compile("\\| \\d+\\.\\d+\\.\\d+ \\|.*\\|");

    /** The requirements of levels 1 and 2 in ASVS 5.0.0. */
    static final int REQUIREMENTS = 253;

    static final int COLUMNS = 4;

    @ParameterizedTest
    @FieldSource("PAGES")
    void every_test_that_a_page_names_exists(Path page) throws IOException {
        var sources = sources();
        var named = NAMED.matcher(Files.readString(page)).results().toList();

        assertThat(named).isNotEmpty();
        assertThat(named)
                .allSatisfy(name -> assertThat(sources.getOrDefault(name.group(1), ""))
                        .as(name.group())
                        .contains("void %s(".formatted(name.group(2))));
    }

    @Test
    void every_requirement_is_answered_once() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .filter(line -> REQUIREMENT.matcher(line).matches())
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|", -1)))
                .toList();

        assertThat(rows).hasSize(REQUIREMENTS);
        assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .as(row.get(0))
                        .hasSize(COLUMNS)
                        .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    /** The test sources of all modules by the name of their class, which may be that of several. */
    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var modules = Files.list(Path.of(".."))) {
            for (var module : modules.map(path -> path.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                read(module, sources);
            }
        }
        return sources;
    }

    private static void read(Path module, Map<String, String> sources) throws IOException {
        try (var files = Files.walk(module)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
    }
}
