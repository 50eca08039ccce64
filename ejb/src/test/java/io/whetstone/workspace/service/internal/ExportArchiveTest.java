package io.whetstone.workspace.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.Json;
import io.whetstone.workspace.service.ExportedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportArchiveTest {
    static final UUID WORKSPACE = UUID.randomUUID();

    final ObjectMapper json = Json.mapper();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void the_manifest_names_every_file_with_its_checksum() throws Exception {
        try (var archive = new ExportArchive(out)) {
            archive.addLines("rows/models.jsonl", line -> {
                line.accept("{\"a\":1}");
                line.accept("{\"a\":\"ä\"}");
            });
            archive.addLines("rows/empty.jsonl", line -> {});
            archive.add(file("datasets/x/1/rows.jsonl", "{}\n"));
            archive.finish(json, WORKSPACE, "Research", Instant.EPOCH);
        }

        var files = files();
        var manifest = manifest(files);
        assertThat(files.keySet())
                .containsExactly(
                        "rows/models.jsonl", "rows/empty.jsonl", "datasets/x/1/rows.jsonl", ExportArchive.MANIFEST);
        assertThat(new String(Objects.requireNonNull(files.get("rows/models.jsonl")), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1}\n{\"a\":\"ä\"}\n");
        assertThat(manifest.path("workspaceId").asText()).isEqualTo(WORKSPACE.toString());
        assertThat(manifest.path("files")).hasSize(3).allSatisfy(entry -> {
            var content = Objects.requireNonNull(files.get(entry.path("name").asText()));
            assertThat(entry.path("bytes").asLong()).isEqualTo(content.length);
            assertThat(entry.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        });
    }

    @Test
    void a_file_that_went_meanwhile_is_named_as_missing() throws Exception {
        try (var archive = new ExportArchive(out)) {
            archive.add(new ExportedFile("gone", () -> {
                throw new NoSuchFileException("gone");
            }));
            archive.add(file("there", "x"));
            archive.finish(json, WORKSPACE, "", Instant.EPOCH);
        }

        var manifest = manifest(files());
        assertThat(manifest.path("missing")).extracting(JsonNode::asText).containsExactly("gone");
        assertThat(manifest.path("files").findValuesAsText("name")).containsExactly("there");
    }

    private static ExportedFile file(String name, String content) {
        return new ExportedFile(name, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode manifest(Map<String, byte[]> files) throws IOException {
        return json.readTree(files.get(ExportArchive.MANIFEST));
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
