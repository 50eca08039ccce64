package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads as TUS 1.0.0 says, and what it says of those that break the rules. */
class UploadsIT {
    /** Size of the big upload: {@code -Dwhetstone.test.upload=2147483648} is the largest one allowed. */
    static final long BIG = Long.getLong("whetstone.test.upload", 200L << 20);

    static final long MOST_GROWTH = 120L << 20;

    final Product product = Product.shared();
    final Client person = product.person("sender");
    final Tus tus = new Tus(person);

    @Test
    void the_server_says_what_it_can() {
        var answer = person.send(person.request("/api/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension")).contains("creation", "termination", "checksum", "expiration");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("2147483648");
    }

    @Test
    void a_file_comes_in_parts_and_is_told_how_far_it_is() {
        var upload = tus.start(10);

        var first = tus.append(upload, 0, new byte[4]).expect(204);
        var between = tus.head(upload).expect(200);
        var last = tus.append(upload, 4, new byte[6]).expect(204);

        assertThat(first.header("Upload-Offset")).isEqualTo("4");
        assertThat(between.header("Upload-Offset")).isEqualTo("4");
        assertThat(between.header("Upload-Length")).isEqualTo("10");
        assertThat(between.header("Cache-Control")).isEqualTo("no-store");
        assertThat(between.header("Upload-Expires")).endsWith("GMT");
        assertThat(last.header("Upload-Offset")).isEqualTo("10");
        assertThat(last.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another version,       Tus-Resumable, 0.2.2,            0, 412",
        "an offset ahead,       Upload-Offset, 5,                0, 409",
        "a negative offset,     Upload-Offset, -1,               0, 400",
        "no number for offset,  Upload-Offset, x,                0, 400",
        "a wrong media type,    Content-Type,  application/json, 0, 415",
        "more than announced,   Upload-Offset, 0,                1, 413",
        "an unknown algorithm,  Upload-Checksum, crc32 AAAA,     0, 400",
        "a malformed checksum,  Upload-Checksum, sha256 ?,       0, 400",
        "a wrong checksum,      Upload-Checksum, sha256 AAAA,    0, 460",
    })
    void a_part_that_breaks_a_rule_is_refused(String what, String header, String value, int more, int status) {
        var upload = tus.start(10);

        var refused = tus.append(upload, 0, new byte[10 + more], Map.of(header, value));

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("Tus-Resumable")).isEqualTo("1.0.0");
        if (more == 0) {
            assertThat(tus.head(upload).header("Upload-Offset")).isEqualTo("0");
        }
    }

    @Test
    void a_request_without_the_version_is_refused() {
        var upload = tus.start(10);

        var refused = person.send(person.request(upload).method("HEAD", BodyPublishers.noBody()));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.header("Tus-Version")).isEqualTo("1.0.0");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Upload-Defer-Length, 1,              400",
        "Upload-Length,       -1,             400",
        "Upload-Length,       2147483649,     413",
    })
    void a_file_of_unknown_or_wrong_length_is_refused(String header, String value, int status) {
        assertThat(tus.start(Map.of(header, value)).status()).isEqualTo(status);
    }

    @Test
    void a_part_with_the_right_checksum_is_taken() throws NoSuchAlgorithmException {
        var part = "hello".getBytes(StandardCharsets.UTF_8);
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(part));
        var upload = tus.start(5);

        var taken = tus.append(upload, 0, part, Map.of("Upload-Checksum", "sha256 " + digest));

        assertThat(taken.expect(204).header("Upload-Offset")).isEqualTo("5");
    }

    @Test
    void an_upload_of_somebody_else_is_not_there() {
        var upload = tus.start(10);
        var other = new Tus(product.person("thief"));

        assertThat(other.head(upload).status()).isEqualTo(404);
        assertThat(other.append(upload, 0, new byte[10]).status()).isEqualTo(404);
        assertThat(other.delete(upload).status()).isEqualTo(404);
        assertThat(new Tus(product.anonymous()).head(upload).status()).isEqualTo(401);
        assertThat(tus.head(upload).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void a_terminated_upload_is_gone_with_its_file() {
        var upload = tus.start(10);
        tus.append(upload, 0, new byte[5]).expect(204);
        assertThat(Files.exists(product.home().resolve("storage/uploads").resolve(file(upload))))
                .isTrue();

        tus.delete(upload).expect(204);

        assertThat(tus.head(upload).status()).isEqualTo(410);
        assertThat(Files.exists(product.home().resolve("storage/uploads").resolve(file(upload))))
                .isFalse();
    }

    @Test
    void two_senders_at_once_do_not_mix_their_bytes() {
        var upload = tus.start(8 << 20);
        var part = new byte[8 << 20];

        var statuses = IntStream.range(0, 4)
                .parallel()
                .map(i -> tus.append(upload, 0, part).status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(204);
        assertThat(statuses).allMatch(status -> status == 204 || status == 409 || status == 423);
        assertThat(tus.head(upload).header("Upload-Offset")).isEqualTo(String.valueOf(8 << 20));
    }

    @Test
    void a_cut_upload_goes_on_where_it_was_and_its_rows_are_whole() {
        var rows = IntStream.range(0, 4000)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"completion\":\"answer %d\"}\n".formatted(i, i))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        var upload = tus.start(rows.length);
        tus.appendAndBreakOff(upload, rows.length, Arrays.copyOf(rows, rows.length / 2));

        var kept = Waiting.until(
                Duration.ofSeconds(10),
                () -> Integer.parseInt(tus.head(upload).expect(200).header("Upload-Offset")),
                offset -> offset > 0);
        tus.append(upload, kept, Arrays.copyOfRange(rows, kept, rows.length)).expect(204);

        assertThat(kept).isLessThanOrEqualTo(rows.length / 2);
        var dataset = new Datasets(person).of(upload.substring(upload.lastIndexOf('/') + 1));
        assertThat(dataset.path("exampleCount").asInt()).isEqualTo(4000);
        assertThat(dataset.path("invalidCount").asInt()).isZero();
        rangesOf(dataset.path("id").asText());
    }

    /** Parts of the rows of a dataset, as a download manager asks for them. */
    private void rangesOf(String dataset) {
        var path = "/api/datasets/" + dataset + "/download";
        var whole = person.get(path).expect(200);
        var size = whole.body().length();

        assertThat(range(path, "bytes=0-99").expect(206).body())
                .isEqualTo(whole.body().substring(0, 100));
        var middle = range(path, "bytes=100-" + (size / 2)).expect(206);
        assertThat(middle.body()).isEqualTo(whole.body().substring(100, size / 2 + 1));
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 100-%d/%d".formatted(size / 2, size));
        assertThat(range(path, "bytes=-7").expect(206).body())
                .isEqualTo(whole.body().substring(size - 7));
        assertThat(range(path, "bytes=" + size + "-").status()).isEqualTo(416);
        var changed = person.send(person.request(path)
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .GET());
        assertThat(changed.expect(200).body()).hasSize(size);
        var known = person.send(person.request(path)
                .header("If-None-Match", whole.header("ETag"))
                .GET());
        assertThat(known.status()).isEqualTo(304);
    }

    @Test
    void a_big_file_takes_no_memory() throws IOException {
        var upload = tus.start(BIG);
        tus.append(upload, 0, new ByteArrays(32 << 20)).expect(204);
        var before = product.residentBytes();
        var started = System.nanoTime();

        tus.append(upload, 32 << 20, new ByteArrays(BIG - (32 << 20))).expect(204);

        var seconds = (System.nanoTime() - started) / 1e9;
        var grown = product.residentBytes() - before;
        System.out.printf(
                "upload of %d MiB: %.1f s, %.0f MiB/s, resident memory %+d MiB on %d MiB%n",
                BIG >> 20, seconds, (BIG >> 20) / seconds, grown >> 20, before >> 20);
        assertThat(tus.head(upload).header("Upload-Offset")).isEqualTo(String.valueOf(BIG));
        assertThat(grown).isLessThan(MOST_GROWTH);
        tus.delete(upload).expect(204);
    }

    private Answer range(String path, String range) {
        return person.send(person.request(path).header("Range", range).GET());
    }

    private String file(String upload) {
        var workspace =
                person.get("/api/me").expect(200).json().at("/workspaces/0/id").asText();
        return workspace + "/" + UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }

    /** So many bytes that nothing can compress. */
    private static final class ByteArrays extends InputStream {
        private final byte[] block = new byte[1 << 16];
        private long left;

        ByteArrays(long length) {
            new Random(7).nextBytes(block);
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? block[0] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            var read = (int) Math.min(left, Math.min(count, block.length));
            System.arraycopy(block, 0, into, from, read);
            left -= read;
            return read;
        }
    }
}
