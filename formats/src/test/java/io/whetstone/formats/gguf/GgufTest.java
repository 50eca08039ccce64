package io.whetstone.formats.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgufTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_back() throws IOException {
        Path file = write();

        try (Gguf read = Gguf.open(file)) {
            assertThat(Gguf.isGguf(file)).isTrue();
            assertThat(read.metadata().values())
                    .containsEntry("a.text", "é")
                    .containsEntry("a.number", 7L)
                    .containsEntry("a.long", 1L << 40)
                    .containsEntry("a.float", 1e-5f)
                    .containsEntry("a.flag", true)
                    .containsEntry("a.list", List.of("x", "y"))
                    .containsEntry("a.types", List.of(1L, -3L));
            assertThat(read.metadata().number("a.float", 0)).isEqualTo(1e-5);
            assertThat(read.metadata().integers("a.types")).containsExactly(1, -3);
            assertThat(read.tensor("one").dimensions()).containsExactly(2L, 3L);
            assertThat(read.floats("one")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(read.floats("one", 1, 1)).containsExactly(4, 5, 6);
            assertThat(read.floats("two")).containsExactly(0.5f);
            assertThat(read.floats("three")[31]).isEqualTo(31f, org.assertj.core.api.Assertions.within(0.1f));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void tensors_must_come_in_order_and_completely() throws IOException {
        var tensors = List.of(
                new GgufTensor("one", GgufType.F32, List.of(2L)), new GgufTensor("two", GgufType.F32, List.of(1L)));

        try (GgufWriter writer = GgufWriter.open(folder.resolve("x.gguf"), Map.of(), tensors)) {
            assertThatThrownBy(() -> writer.append("two", new float[1])).hasMessageContaining("out of turn");
        }
        try (GgufWriter writer = GgufWriter.open(folder.resolve("x.gguf"), Map.of(), tensors)) {
            writer.append("one", new float[2]);
            assertThatThrownBy(writer::commit).hasMessageContaining("missing");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void every_truncation_is_noticed() throws IOException {
        byte[] whole = Files.readAllBytes(write());

        for (int length = 0; length < whole.length - 32; length += 5) {
            Path cut = Files.write(folder.resolve("cut.gguf"), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Gguf.open(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, not a GGUF file",
        "4, 1, version 1",
        "4, 50331648, big-endian",
        "8, -1, more than the file can hold",
        "16, -1, more than the file can hold",
        "24, 1000000000, more than the file can hold",
    })
    void a_damaged_head_is_refused(int at, int value, String reason) throws IOException {
        byte[] bytes = Files.readAllBytes(write());
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        Path broken = Files.write(folder.resolve("broken.gguf"), bytes);

        assertThatThrownBy(() -> Gguf.open(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    /** Behind a tensor's name lie the number of dimensions, one dimension, the type and the offset. */
    @ParameterizedTest
    @CsvSource({
        "0, 5, 5 dimensions",
        "4, -1, impossible shape",
        "12, 99, type 99",
        "16, 0, overlaps",
        "16, 1, not aligned",
        "16, 1048576, cut short",
    })
    void a_tensor_that_does_not_fit_is_refused(int at, int value, String reason) throws IOException {
        byte[] bytes = Files.readAllBytes(write());
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("two");
        ByteBuffer damaged = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        damaged.putInt(name + 3 + at, value);
        if (value < 0) {
            damaged.putInt(name + 3 + at + 4, value);
        }
        Path broken = Files.write(folder.resolve("broken.gguf"), bytes);

        assertThatThrownBy(() -> Gguf.open(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void an_unknown_tensor_type_is_refused_by_its_number() {
        assertThatThrownBy(() -> GgufType.of(19, "x"))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("type 19");
    }

    private Path write() throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("a.text", "é");
        metadata.put("a.number", 7);
        metadata.put("a.long", 1L << 40);
        metadata.put("a.float", 1e-5f);
        metadata.put("a.flag", true);
        metadata.put("a.list", List.of("x", "y"));
        metadata.put("a.types", List.of(1, -3));
        var tensors = List.of(
                new GgufTensor("one", GgufType.F32, List.of(2L, 3L)),
                new GgufTensor("two", GgufType.F16, List.of(1L)),
                new GgufTensor("three", GgufType.Q8_0, List.of(1L, 32L)));
        Path file = folder.resolve("x.gguf");
        try (GgufWriter writer = GgufWriter.open(file, metadata, tensors)) {
            writer.append("one", new float[] {1, 2, 3});
            writer.append("one", new float[] {4, 5, 6});
            writer.append("two", new float[] {0.5f});
            float[] ramp = new float[32];
            for (int i = 0; i < 32; i++) {
                ramp[i] = i;
            }
            writer.append("three", ramp);
            writer.commit();
        }
        return file;
    }
}
