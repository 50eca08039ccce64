package io.whetstone.storage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {
    @Test
    void values_are_decoded_and_may_be_missing() {
        var metadata = UploadMetadata.parse("filename cm93cy5qc29ubA==, is_confidential");

        assertThat(metadata.values()).containsEntry("filename", "rows.jsonl").containsEntry("is_confidential", "");
        assertThat(UploadMetadata.parse(null).values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rows.jsonl,            rows.jsonl",
        "../../etc/passwd,      passwd",
        "C:\\data\\rows.csv,    rows.csv",
        "Größe 1.txt,           Größe 1.txt",
        "folder/,               upload",
    })
    void a_file_name_has_no_folder(String sent, String kept) {
        var base64 = Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8));

        assertThat(UploadMetadata.parse("filename " + base64).fileName()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename ***", "a YQ==,a YQ==", ",", "a YQ==,"})
    void anything_else_is_refused(String header) {
        assertThatThrownBy(() -> UploadMetadata.parse(header)).isInstanceOf(ProblemException.class);
    }
}
