package io.whetstone.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    @TempDir
    Path folder;

    @Test
    void rows_of_both_kinds_are_read() throws IOException {
        Path file = write("{\"text\":\"a\"}\n\n{\"messages\":[{\"role\":\"assistant\",\"content\":\"b\"}]}\n");

        assertThat(RowReader.read(file)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"a\"}\\n{\"messages\":[{\"ro | line 2: not valid JSON",
                "{\"text\":\"\"} | line 1: neither",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"b\"}]} | line 1: no assistant turn",
                "{\"messages\":[{\"role\":\"assistant\"}]} | line 1: a message needs",
                "{\"text\":\"a\"} {\"text\":\"b\"} | line 1: not valid JSON",
            })
    void a_bad_row_is_refused_by_its_line(String content, String reason) throws IOException {
        Path file = write(content.replace("\\n", "\n"));

        assertThatThrownBy(() -> RowReader.read(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(reason);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.jsonl"), content);
    }
}
