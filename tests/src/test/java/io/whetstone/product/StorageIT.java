package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk that is full, and files that a crash has left. */
class StorageIT {
    final Product product = SecondProduct.shared();
    final Client person = product.person("hoarder");
    final Tus tus = new Tus(person);
    final Path filler = SecondProduct.storage().resolve("filler");

    @AfterEach
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Test
    void a_file_that_cannot_fit_is_refused_before_its_bytes_come() {
        assumeTrue(SecondProduct.hasSmallDisk(), "No small disk can be mounted (this needs root)");

        var refused = tus.start(java.util.Map.of("Upload-Length", String.valueOf(40 << 20)));

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.text("code")).isEqualTo("STORAGE_FULL");
    }

    @Test
    void an_upload_stops_at_a_full_disk_and_goes_on_once_there_is_space() throws IOException {
        assumeTrue(SecondProduct.hasSmallDisk(), "No small disk can be mounted (this needs root)");
        var rows = rows(8 << 20);
        var upload = tus.start(rows.length);
        fill(4 << 20);

        var refused = tus.append(upload, 0, rows);
        var kept = Integer.parseInt(tus.head(upload).expect(200).header("Upload-Offset"));
        var again = tus.append(upload, kept, Arrays.copyOfRange(rows, kept, rows.length));
        Files.delete(filler);
        tus.append(upload, kept, Arrays.copyOfRange(rows, kept, rows.length)).expect(204);

        assertThat(refused.status()).as(refused.body()).isEqualTo(507);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("STORAGE_FULL");
        assertThat(again.status()).isEqualTo(507);
        var dataset = new Datasets(person).of(upload.substring(upload.lastIndexOf('/') + 1));
        assertThat(dataset.path("status").asText()).as(dataset.toString()).isEqualTo("ready");
        assertThat(dataset.path("invalidCount").asInt()).isZero();
        assertThat(dataset.path("exampleCount").asInt())
                .isEqualTo(new String(rows, StandardCharsets.UTF_8).split("\n", -1).length - 1);
        delete(dataset.path("id").asText());
    }

    @Test
    void a_dataset_that_does_not_fit_fails_with_the_reason_and_leaves_nothing() throws IOException {
        assumeTrue(SecondProduct.hasSmallDisk(), "No small disk can be mounted (this needs root)");
        var rows = rows(6 << 20);
        var datasets = new Datasets(person);
        var upload = person.upload("rows.jsonl", rows);
        fill(2 << 20);

        var failed = datasets.of(upload);
        Files.delete(filler);
        var ready = datasets.of("rows.jsonl", rows);

        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error").asText()).contains("space");
        assertThat(ready.path("status").asText()).isEqualTo("ready");
        try (var files = Files.walk(SecondProduct.storage())) {
            assertThat(files.filter(file ->
                                    file.toString().contains(failed.path("id").asText()))
                            .filter(Files::isRegularFile))
                    .isEmpty();
        }
        delete(ready.path("id").asText());
    }

    @Test
    void the_file_of_an_upload_that_no_row_knows_is_swept_away() {
        Waiting.until(Duration.ofMinutes(2), () -> Files.exists(SecondProduct.orphan()), there -> !there);
    }

    /** Leaves so many bytes of the disk. */
    private void fill(long left) throws IOException {
        var store = Files.getFileStore(SecondProduct.storage());
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[64 << 10];
            while (store.getUsableSpace() > left) {
                out.write(block);
            }
        }
    }

    private void delete(String dataset) {
        var read = person.get("/api/datasets/" + dataset).expect(200);
        person.send(person.request("/api/datasets/" + dataset)
                        .header("If-Match", Datasets.etag(read.json()))
                        .DELETE())
                .expect(204);
    }

    private static byte[] rows(int size) {
        var answer = "x".repeat(1000);
        return IntStream.range(0, size / 1050)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"completion\":\"%s\"}\n".formatted(i, answer))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
