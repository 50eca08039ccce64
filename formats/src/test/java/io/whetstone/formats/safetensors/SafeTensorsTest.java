package io.whetstone.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.formats.Fixtures;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_back() throws IOException {
        var f32 = TensorInfo.of("a", DType.F32, 2, 3);
        var f16 = TensorInfo.of("b", DType.F16, 3);
        var bf16 = TensorInfo.of("c", DType.BF16, 1);
        var none = TensorInfo.of("d", DType.F32, 0, 4);
        Path file = folder.resolve("x.safetensors");

        SafeTensorsWriter.write(file, List.of(f32, f16, bf16, none), t -> switch (t.name()) {
            case "a" -> new float[] {1, -2, 3.5f, 4, 5, 1e-30f};
            case "b" -> new float[] {0.5f, 65504, -1};
            case "c" -> new float[] {-3};
            default -> new float[0];
        });

        try (SafeTensors read = SafeTensors.open(file)) {
            assertThat(read.tensors().values()).containsExactly(f32, f16, bf16, none);
            assertThat(read.metadata()).containsEntry("format", "pt");
            assertThat(read.floats("a")).containsExactly(1, -2, 3.5f, 4, 5, 1e-30f);
            assertThat(read.floats("b")).containsExactly(0.5f, 65504, -1);
            assertThat(read.floats("c")).containsExactly(-3);
            assertThat(read.floats("d")).isEmpty();
            assertThat(read.bytes("a").isReadOnly()).isTrue();
            assertThat(read.bytes("a", 8, 4).getFloat()).isEqualTo(3.5f);
        }
        assertThat(folder).isDirectoryContaining(f -> f.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_slice_is_read_into_a_buffer_and_never_past_its_tensor() throws IOException {
        Path file = folder.resolve("x.safetensors");
        var tensors = List.of(TensorInfo.of("a", DType.F32, 3), TensorInfo.of("b", DType.F32, 1));
        SafeTensorsWriter.write(file, tensors, t -> t.name().equals("a") ? new float[] {1, 2, 3} : new float[] {4});
        var buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

        try (SafeTensors read = SafeTensors.open(file)) {
            read.read("a", 4, buffer);
            assertThat(buffer.flip().getFloat()).isEqualTo(2);
            assertThat(buffer.getFloat()).isEqualTo(3);
            assertThatThrownBy(() -> read.read("a", 8, buffer.clear())).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void empty_tensors_may_share_a_place() throws IOException {
        Path file = file(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                4);

        try (SafeTensors read = SafeTensors.open(file)) {
            assertThat(read.floats("b")).isEmpty();
            assertThat(read.floats("a")).containsExactly(0);
        }
    }

    @Test
    void an_unfinished_file_leaves_nothing_behind() throws IOException {
        Path file = folder.resolve("x.safetensors");

        try (var writer = SafeTensorsWriter.open(file, List.of(TensorInfo.of("a", DType.F32, 2)))) {
            writer.append("a", new float[] {1});
            assertThatThrownBy(writer::commit).hasMessageContaining("tensor a is missing");
            assertThatThrownBy(() -> writer.append("b", new float[] {1})).hasMessageContaining("out of turn");
            assertThatThrownBy(() -> writer.append("a", new float[] {1, 2})).hasMessageContaining("more bytes");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|overlaps",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}}|12|hole",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|hole",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|7|cut short",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|9|file has",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}|8|needs 12 bytes",
                "{'a':{'dtype':'F31','shape':[2],'data_offsets':[0,8]}}|8|unknown dtype",
                "{'a':{'shape':[2],'data_offsets':[0,8]}}|8|unknown dtype",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|8|invalid shape",
                "{'a':{'dtype':'F32','data_offsets':[0,8]}}|8|no shape",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}|8|offsets give -8",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}|8|data_offsets",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}}|8|data_offsets",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}|8|impossible size",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{}}|8|not valid JSON",
                "[1,2,3]|0|not a JSON object",
                "{'a':|0|not valid JSON",
            })
    void a_header_that_does_not_describe_the_file_is_refused(String header, int dataBytes, String reason)
            throws IOException {
        Path file = file(header.replace('\'', '"'), dataBytes);

        assertThatThrownBy(() -> SafeTensors.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -1, 0, 1_000_000})
    void an_impossible_header_length_is_refused(long length) throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(64)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array());

        assertThatThrownBy(() -> SafeTensors.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header length");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("x.safetensors"));

        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("too short");
    }

    @Test
    void shards_are_read_as_one_and_must_be_complete() throws IOException {
        shard("one.safetensors", "a", 1);
        shard("two.safetensors", "b", 2);
        Path index = folder.resolve(SafeTensors.INDEX);
        Files.writeString(index, "{\"weight_map\":{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\"}}");

        try (SafeTensors read = SafeTensors.open(folder)) {
            assertThat(read.floats("a")).containsExactly(1);
            assertThat(read.floats("b")).containsExactly(2);
        }
        Files.writeString(index, "{\"weight_map\":{\"a\":\"one.safetensors\",\"c\":\"two.safetensors\"}}");
        assertThatThrownBy(() -> SafeTensors.open(folder)).hasMessageContaining("tensor c");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"../one.safetensors\"}}");
        assertThatThrownBy(() -> SafeTensors.open(folder)).hasMessageContaining("not in the folder");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"three.safetensors\"}}");
        assertThatThrownBy(() -> SafeTensors.open(folder)).hasMessageContaining("not in the folder");
    }

    @Test
    void pickle_files_are_refused_by_name_and_by_content() throws IOException {
        Path named = Files.write(folder.resolve("pytorch_model.bin"), new byte[16]);
        Path zip = Files.write(folder.resolve("a.safetensors"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0});
        Path pickle = Files.write(folder.resolve("b.safetensors"), new byte[] {(byte) 0x80, 2, 'c', 0, 0, 0, 0, 0, 0});

        for (Path file : List.of(named, zip, pickle, folder)) {
            assertThatThrownBy(() -> SafeTensors.open(file))
                    .isInstanceOf(UnsupportedModelException.class)
                    .hasMessageContaining("pickle");
        }
    }

    @Test
    void a_folder_without_weights_is_refused() {
        assertThatThrownBy(() -> SafeTensors.open(folder))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("neither");
    }

    @Test
    void a_file_of_the_reference_implementation_is_read() throws IOException {
        try (SafeTensors read = SafeTensors.open(Fixtures.shared("models/llama"))) {
            assertThat(read.info("model.embed_tokens.weight").shape()).containsExactly(256, 32);
            assertThat(read.floats("lm_head.weight")).hasSize(256 * 32);
        }
    }

    private void shard(String name, String tensor, float value) throws IOException {
        var info = TensorInfo.of(tensor, DType.F32, 1);
        SafeTensorsWriter.write(folder.resolve(name), List.of(info), t -> new float[] {value});
    }

    private Path file(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("x.safetensors"),
                out.putLong(json.length).put(json).array());
    }
}
