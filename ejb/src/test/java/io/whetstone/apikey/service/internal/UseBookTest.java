package io.whetstone.apikey.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.apikey.service.internal.UseFile.Noted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UseBookTest {
    static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    final UUID key = UUID.randomUUID();
    final List<Noted> counted = new ArrayList<>();

    @Test
    void what_was_used_is_counted_at_the_end_and_leaves_no_file() {
        var use = begin(new UseBook(folder), counted::add);

        use.used(5);
        use.used(9);
        use.close();
        use.close();

        assertThat(counted).extracting(Noted::keyId, Noted::tokens).containsExactly(tuple(9));
        assertThat(files()).isEmpty();
    }

    @Test
    void what_used_nothing_is_not_counted() {
        begin(new UseBook(folder), counted::add).close();

        assertThat(counted).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_running_use_is_left_alone() {
        var book = new UseBook(folder);
        begin(book, counted::add).used(5);

        book.countLeft(NOON, counted::add);

        assertThat(counted).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_the_database_did_not_take_is_counted_later_as_the_same_use() {
        var book = new UseBook(folder);
        var refused = new ArrayList<Noted>();
        var use = begin(book, noted -> {
            refused.add(noted);
            throw new IllegalStateException("away");
        });
        use.used(7);
        use.close();

        assertThatThrownBy(() -> book.countLeft(NOON, noted -> {
                    throw new IllegalStateException("still away");
                }))
                .isInstanceOf(IllegalStateException.class);
        book.countLeft(NOON, counted::add);
        book.countLeft(NOON, counted::add);

        assertThat(counted).isEqualTo(refused).hasSize(1);
        assertThat(files()).isEmpty();
    }

    /** Another process: one of a JVM would see that this one holds the lock. */
    @Test
    void what_a_killed_server_left_is_counted_by_the_next() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        key.toString())
                .redirectErrorStream(true)
                .start();
        try (var out = killed.inputReader()) {
            assertThat(out.readLine()).isEqualTo("noted");
            new UseBook(folder).countLeft(NOON, counted::add);
            assertThat(counted).as("while it runs").isEmpty();
        }
        killed.destroyForcibly().waitFor();

        new UseBook(folder).countLeft(NOON, counted::add);

        assertThat(counted).extracting(Noted::keyId, Noted::tokens).containsExactly(tuple(42));
        assertThat(files()).isEmpty();
    }

    @Test
    void what_is_older_than_the_memory_of_the_database_is_not_counted() throws IOException {
        var old = new Noted(UUID.randomUUID(), key, NOON.minus(Duration.ofDays(61)), 5);
        UseFile.create(folder, old).close();

        new UseBook(folder).countLeft(NOON, counted::add);

        assertThat(counted).isEmpty();
        assertThat(files()).isEmpty();
    }

    private RunningUse begin(UseBook book, Consumer<Noted> count) {
        return new RunningUse(book, key, CLOCK, count);
    }

    private org.assertj.core.groups.Tuple tuple(long tokens) {
        return org.assertj.core.groups.Tuple.tuple(key, tokens);
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
