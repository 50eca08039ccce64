package io.whetstone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is made from the code; {@code -Dwrite.docs=true} writes it anew. */
class ConfigurationReferenceTest {
    static final Path PAGE = Path.of("../docs/configuration.md");

    static final Pattern SETTING = Pattern.compile(
            "(?<own>/\\*\\*(?:(?!\\*/).)*\\*/\\s*)?@Inject\\s*@ConfigProperty\\(\\s*name = \"(?<key>[^\"]+)\""
                    + "(?:,\\s*defaultValue = \"(?<fallback>[^\"]*)\")?\\)\\s*(?:@\\w+\\s*)?"
                    + "(?<type>[\\w<>]+) (?<field>\\w+);",
            Pattern.DOTALL);

    /** What the launcher says to the server whatever else is set. */
    static final Pattern TOLD = Pattern.compile("(?:properties\\.put|setProperty)\\(\\s*\"(?<key>[^\"]+)\"");

    record Row(String key, String fallback, String meaning) {
        String line() {
            var variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            return "| `%s` | `%s` | %s | %s |"
                    .formatted(key, variable, fallback.isEmpty() ? "" : "`" + fallback + "`", meaning);
        }
    }

    @Test
    void the_reference_is_what_the_code_reads() throws Exception {
        var text = page();

        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }

    @Test
    void every_setting_says_what_it_means() throws Exception {
        assertThat(server())
                .allSatisfy(row -> assertThat(row.meaning()).as(row.key()).isNotBlank());
        assertThat(launcher())
                .allSatisfy(row -> assertThat(row.meaning()).as(row.key()).isNotBlank());
    }

    private static String page() throws Exception {
        var lines = new ArrayList<String>();
        lines.add("# Settings");
        lines.add("");
        lines.add("Each is read from the environment, then from `whetstone.properties` in the home"
                + " (`WHETSTONE_HOME`, default `~/.whetstone`).");
        lines.add("Durations are ISO-8601 (`PT15M`). This page is made from the code.");
        table(lines, "The start", launcher());
        table(lines, "The server", server());
        lines.add("");
        lines.add("\\* said by `./whetstone` itself: set it only where the server runs without it.");
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, String title, List<Row> rows) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add("| key | environment | default | meaning |");
        lines.add("|---|---|---|---|");
        rows.forEach(row -> lines.add(row.line()));
    }

    /** The launcher's own keys, from its enum. */
    private static List<Row> launcher() throws Exception {
        var classes = Path.of("../payara-config/target/classes").toUri().toURL();
        try (var loader = new URLClassLoader(new java.net.URL[] {classes})) {
            var settings = loader.loadClass("io.whetstone.launcher.Setting");
            var rows = new ArrayList<Row>();
            for (var setting : settings.getEnumConstants()) {
                rows.add(new Row(
                        (String) settings.getMethod("key").invoke(setting),
                        (String) settings.getMethod("fallback").invoke(setting),
                        (String) settings.getMethod("description").invoke(setting)));
            }
            return rows;
        }
    }

    /** The keys of the server, from the classes that read them; one key may be read by several. */
    private static List<Row> server() throws IOException {
        var rows = new TreeMap<String, Row>();
        var told = told();
        try (var files = Files.walk(Path.of("../ejb/src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                var source = Files.readString(file);
                var setting = SETTING.matcher(source);
                while (setting.find()) {
                    var fallback = setting.group("fallback") == null ? "" : setting.group("fallback");
                    var meaning = meaning(source, setting.group("own"), setting.group("field"));
                    var mark = told.contains(setting.group("key")) ? " *" : "";
                    rows.putIfAbsent(setting.group("key"), new Row(setting.group("key"), fallback, meaning + mark));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static Set<String> told() throws IOException {
        var source = Path.of("../payara-config/src/main/java/io/whetstone/launcher/ServerProperties.java");
        return TOLD.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String meaning(String source, @org.jspecify.annotations.Nullable String own, String field) {
        if (own != null) {
            return plain(own);
        }
        var accessor = Pattern.compile(
                        "(/\\*\\*(?:(?!\\*/).)*\\*/)\\s*public [\\w<>]+ " + field + "\\(\\)", Pattern.DOTALL)
                .matcher(source);
        return accessor.find() ? plain(accessor.group(1)) : "";
    }

    private static String plain(String comment) {
        return comment.replaceAll("/\\*\\*|\\s*\\*/|\\n\\s*\\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }
}
