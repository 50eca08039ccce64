package io.whetstone.storage.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.storage.service.StorageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageTest {
    @TempDir
    Path folder;

    Path root;
    final LocalStorage storage = new LocalStorage();

    @BeforeEach
    void connect() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        storage.config = StorageSettings.under(root);
    }

    @Test
    void an_object_appears_when_it_is_complete() throws IOException {
        try (var out = storage.create("datasets/a/rows.jsonl")) {
            out.write("one".getBytes(StandardCharsets.UTF_8));
            assertThat(storage.exists("datasets/a/rows.jsonl")).isFalse();
        }

        assertThat(read("datasets/a/rows.jsonl", 0)).isEqualTo("one");
        assertThat(storage.size("datasets/a/rows.jsonl")).isEqualTo(3);
        assertThat(filesIn("datasets/a")).isEqualTo(1);
    }

    @Test
    void a_new_object_replaces_the_old_one_at_once() throws IOException {
        write("key", "old");

        try (var out = storage.create("key")) {
            out.write("new and longer".getBytes(StandardCharsets.UTF_8));
            assertThat(read("key", 0)).isEqualTo("old");
        }

        assertThat(read("key", 0)).isEqualTo("new and longer");
    }

    @Test
    void an_object_can_be_read_from_the_middle() throws IOException {
        write("key", "0123456789");

        assertThat(read("key", 7)).isEqualTo("789");
    }

    @Test
    void deleting_takes_objects_and_folders_and_what_is_not_there() throws IOException {
        write("a/b/one", "1");
        write("a/two", "2");

        storage.delete("a");
        storage.delete("a");

        assertThat(storage.exists("a/b/one")).isFalse();
        assertThat(storage.exists("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/../../secret", "/etc/passwd", "", " ", ".", "a/..", "a\0b"})
    void no_key_leads_out_of_the_root(String key) {
        assertThatThrownBy(() -> storage.create(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.open(key, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_link_leads_out_of_the_root() throws IOException {
        var outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(root.resolve("link"), outside);

        assertThatThrownBy(() -> storage.open("link/secret", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.create("link/new")).isInstanceOf(IllegalArgumentException.class);
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void a_full_disk_is_a_problem_that_leaves_nothing() throws IOException {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "this system has no /dev/full");

        var failure = writeTo(full);

        assertThat(FullDisk.isReasonOf(failure)).isTrue();
        assertThat(FullDisk.problem(failure).type()).isEqualTo(ProblemType.STORAGE_FULL);
    }

    @Test
    void an_object_that_outgrows_the_disk_leaves_nothing() throws IOException {
        var small = Path.of("/dev/shm");
        Assumptions.assumeTrue(Files.isDirectory(small), "this system has no /dev/shm");
        Assumptions.assumeTrue(
                Files.getFileStore(small).getUsableSpace() < 256L << 20, "/dev/shm is too large to fill");
        var inMemory = Files.createTempDirectory(small, "storage");
        storage.config = StorageSettings.under(inMemory);
        try {
            assertThatThrownBy(this::writeTooMuch)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            full -> assertThat(full.type()).isEqualTo(ProblemType.STORAGE_FULL));

            try (var left = Files.list(inMemory)) {
                assertThat(left).isEmpty();
            }
        } finally {
            Files.deleteIfExists(inMemory);
        }
    }

    private void writeTooMuch() throws IOException {
        var block = new byte[1 << 20];
        try (var out = storage.create("large")) {
            for (var i = 0; i < 300; i++) {
                out.write(block);
            }
        }
    }

    private static IOException writeTo(Path device) {
        try (var out = Files.newOutputStream(device)) {
            out.write(1);
            throw new AssertionError("a full device took a byte");
        } catch (IOException failure) {
            return failure;
        }
    }

    private void write(String key, String text) throws IOException {
        try (var out = storage.create(key)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String read(String key, long offset) throws IOException {
        try (var in = storage.open(key, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long filesIn(String key) throws IOException {
        try (var files = Files.list(root.resolve(key))) {
            return files.count();
        }
    }
}
