package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ejb.jar,                  WEB-INF/lib/ejb.jar",
        "lib/persistence.jar,      WEB-INF/lib/persistence.jar",
        "META-INF/application.xml, ",
        "META-INF/MANIFEST.MF,     ",
    })
    void modules_and_libraries_go_to_the_libraries_of_the_war(String name, String place) {
        assertThat(Archive.placeOf(name).orElse(null)).isEqualTo(place);
    }

    @Test
    void an_ear_becomes_a_war_without_the_manifest_that_names_the_libraries_of_the_ear() throws IOException {
        var ear = ear(war("index.html", "META-INF/MANIFEST.MF"), "web.war");

        var unfolded = Archive.unfold(ear, folder);

        assertThat(unfolded.resolve("index.html")).hasContent("index.html");
        assertThat(unfolded.resolve("WEB-INF/lib/ejb.jar")).hasContent("ejb.jar");
        assertThat(unfolded.resolve("WEB-INF/lib/persistence.jar")).hasContent("lib/persistence.jar");
        assertThat(unfolded.resolve("META-INF/MANIFEST.MF")).doesNotExist();
    }

    @Test
    void an_unchanged_ear_is_not_unfolded_again() throws IOException {
        var ear = ear(war("index.html"), "web.war");
        var first = Archive.unfold(ear, folder);
        Files.writeString(first.resolve("mark"), "kept");

        var again = Archive.unfold(ear, folder);

        assertThat(again).isEqualTo(first);
        assertThat(again.resolve("mark")).exists();
    }

    @Test
    void a_changed_ear_replaces_what_was_unfolded() throws IOException {
        var first = Archive.unfold(ear(war("index.html"), "web.war"), folder);

        var changed = Archive.unfold(ear(war("other.html"), "web.war"), folder);

        assertThat(changed.resolve("other.html")).exists();
        assertThat(first).doesNotExist();
    }

    @Test
    void an_entry_outside_the_folder_is_refused() throws IOException {
        var ear = ear(war("../../escaped"), "web.war");

        assertThatThrownBy(() -> Archive.unfold(ear, folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("../../escaped");
        assertThat(folder.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    void an_ear_without_a_web_module_is_refused() throws IOException {
        var ear = ear(new byte[0], "readme.txt");

        assertThatThrownBy(() -> Archive.unfold(ear, folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("0 web modules");
    }

    private Path ear(byte[] war, String warName) throws IOException {
        var file = folder.resolve("whetstone.ear");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "ejb.jar", "ejb.jar".getBytes(StandardCharsets.UTF_8));
            entry(zip, "lib/persistence.jar", "lib/persistence.jar".getBytes(StandardCharsets.UTF_8));
            entry(zip, warName, war);
        }
        return file;
    }

    private static byte[] war(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(bytes, names);
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, String... names) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                entry(zip, name, name.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
