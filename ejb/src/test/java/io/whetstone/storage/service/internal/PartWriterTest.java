package io.whetstone.storage.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartWriterTest {
    @TempDir
    Path folder;

    final List<Long> safe = new ArrayList<>();

    @Test
    void a_part_is_appended_and_its_end_reported() throws IOException {
        write(0, 10, "01234");
        write(5, 10, "56789");

        assertThat(content()).isEqualTo("0123456789");
        assertThat(safe).containsExactly(5L, 10L);
    }

    @Test
    void what_lies_behind_the_known_offset_is_forgotten() throws IOException {
        Files.writeString(file(), "01234xxxx");

        write(5, 7, "56");

        assertThat(content()).isEqualTo("0123456");
    }

    @Test
    void a_broken_connection_keeps_what_came() {
        var broken = new SequenceInputStream(text("012"), new BrokenStream());

        assertThatThrownBy(() -> write(0, 10, broken)).isInstanceOf(IOException.class);

        assertThat(content()).isEqualTo("012");
        assertThat(safe).containsExactly(3L);
    }

    @Test
    void more_than_announced_is_refused() {
        assertThatThrownBy(() -> write(0, 4, "01234"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.TOO_LARGE));

        assertThat(safe).isEmpty();
    }

    @Test
    void long_parts_are_made_safe_on_the_way() throws IOException {
        var size = 40 << 20;

        write(0, size, new ByteArrayInputStream(new byte[size]));

        assertThat(safe).hasSize(3).last().isEqualTo((long) size);
        assertThat(Files.size(file())).isEqualTo(size);
    }

    @Test
    void a_part_with_the_right_checksum_counts() throws Exception {
        checked("hello", sha256("hello"));

        assertThat(content()).isEqualTo("hello");
        assertThat(safe).containsExactly(5L);
    }

    @Test
    void a_part_with_a_wrong_checksum_never_was() throws Exception {
        var wrong = sha256("something else");

        assertThatThrownBy(() -> checked("hello", wrong))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.CHECKSUM_MISMATCH));

        assertThat(content()).isEmpty();
        assertThat(safe).isEmpty();
    }

    @Test
    void two_requests_cannot_write_at_once() throws IOException {
        try (var first = PartWriter.open(file())) {
            assertThatThrownBy(() -> PartWriter.open(file()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(ProblemType.LOCKED));
            first.start(0, 1, at -> {});
        }

        PartWriter.open(file()).close();
    }

    private void write(long from, long total, String text) throws IOException {
        write(from, total, text(text));
    }

    private void write(long from, long total, InputStream body) throws IOException {
        try (var writer = PartWriter.open(file())) {
            writer.start(from, total, safe::add);
            writer.append(body);
        }
    }

    private void checked(String text, byte[] digest) throws IOException, NoSuchAlgorithmException {
        try (var writer = PartWriter.open(file())) {
            writer.start(0, text.length(), safe::add);
            writer.append(text(text), MessageDigest.getInstance("SHA-256"), digest);
        }
    }

    private static byte[] sha256(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file() {
        return folder.resolve("upload");
    }

    private String content() {
        try {
            return Files.readString(file());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A connection that the sender has left. */
    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("Connection reset");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
