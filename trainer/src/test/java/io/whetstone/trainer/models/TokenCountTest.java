package io.whetstone.trainer.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.trainer.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'abc'} | 0 | 4",
                "{'prompt':'ab','chosen':'abc','rejected':'d'} | 2 | 4",
                "{'prompt':'p','response':'rr','reward':0.5} | 1 | 2",
            })
    void every_normal_form_of_a_row_is_counted(String row, int prompt, int completion) throws IOException {
        var summary = count(row.replace('\'', '"') + "\n");

        assertThat(summary.at("/prompt/total").asInt()).isEqualTo(prompt);
        assertThat(summary.at("/completion/total").asInt()).isEqualTo(completion);
        assertThat(summary.path("total").asInt()).isEqualTo(prompt + completion);
    }

    @Test
    void a_summary_tells_how_the_rows_are_spread() throws IOException {
        var summary = count("{\"text\":\"a\"}\n{\"text\":\"aaaaaaaaa\"}\n{\"text\":\"aa\"}\n");

        assertThat(summary.toString())
                .isEqualTo("{\"total\":15,\"rows\":3,\"min\":2,\"max\":10,\"mean\":5.0,\"median\":3,\"p95\":10,"
                        + "\"prompt\":{\"total\":0,\"rows\":3,\"min\":0,\"max\":0,\"mean\":0.0,\"median\":0,\"p95\":0},"
                        + "\"completion\":{\"total\":15,\"rows\":3,\"min\":2,\"max\":10,\"mean\":5.0,\"median\":3,"
                        + "\"p95\":10}}");
    }

    private JsonNode count(String rows) throws IOException {
        var file = folder.resolve("rows.jsonl");
        Files.writeString(file, rows);
        var out = folder.resolve("out.json");
        TokenCount.run(TinyModel.write(folder.resolve("hf")), file, out);
        return new ObjectMapper().readTree(out.toFile());
    }
}
