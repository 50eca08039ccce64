package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.SourceFile;
import io.whetstone.dataset.service.internal.source.SourceLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What comes out of an uploaded file: the report and the rows. */
record Uploaded(IngestReport report, List<String> rows) {
    static final SourceLimits LIMITS = new SourceLimits(4096, 1 << 20);

    static Uploaded of(Path folder, String name, String content) throws IOException {
        return of(folder, name, content.getBytes(StandardCharsets.UTF_8), null);
    }

    static Uploaded of(Path folder, String name, byte[] content, @Nullable DatasetFormat chosen) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, content);
        var rows = new ByteArrayOutputStream();
        var ingestion = new Ingestion(new SourceFile(file, name, LIMITS), done -> {});
        try (var duplicates = new DuplicateCounter(folder.resolve("scratch"), 64);
                var output = new RowOutput(rows, OutputStream.nullOutputStream(), duplicates)) {
            var report = ingestion.normalise(ingestion.detect(chosen), output, duplicates);
            return new Uploaded(
                    report, rows.toString(StandardCharsets.UTF_8).lines().toList());
        }
    }

    static byte[] gzip(String content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    JsonNode row(int index) throws IOException {
        return new ObjectMapper().readTree(rows.get(index));
    }
}
