package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every kind on their way to rows, and what is done with datasets. */
class DatasetsIT {
    static final Map<String, String> KINDS = Map.of(
            "rows.jsonl", """
                    {"prompt": "one", "completion": "eins"}
                    {"prompt": "two", "completion": "zwei"}
                    """,
            "rows.json", """
                    [{"prompt": "one", "completion": "eins"},
                     {"prompt": "two", "completion": "zwei"}]
                    """,
            "rows.csv", """
                    prompt,completion
                    one,eins
                    "two",zwei
                    """,
            "rows.txt", """
                    one eins

                    two zwei
                    """);

    final Product product = Product.shared();
    final Client person = product.person("curator");
    final Datasets datasets = new Datasets(person);

    @ParameterizedTest
    @ValueSource(strings = {"rows.jsonl", "rows.json", "rows.csv", "rows.txt"})
    void a_file_becomes_rows_packed_or_not(String name) {
        var content = KINDS.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);

        var plain = datasets.of(name, content);
        var packed = datasets.of(name + ".gz", gzip(content));

        for (var dataset : List.of(plain, packed)) {
            assertThat(dataset.path("status").asText()).as(dataset.toString()).isEqualTo("ready");
            assertThat(dataset.path("exampleCount").asInt()).isEqualTo(2);
            assertThat(dataset.path("invalidCount").asInt()).isZero();
            assertThat(dataset.path("format").asText()).isEqualTo(name.endsWith("txt") ? "raw_text" : "jsonl");
            assertThat(rows(dataset, "").toString()).contains("one", "eins", "zwei");
        }
        assertThat(rows(packed, "")).isEqualTo(rows(plain, ""));
    }

    @Test
    void a_bad_row_is_told_with_line_and_reason_and_harms_no_other() {
        var dataset = datasets.of("bad.jsonl", """
                {"prompt": "one", "completion": "eins"}
                {"prompt": "half
                {"prompt": "no answer"}

                {"prompt": "five", "completion": ""}
                {"prompt": "six", "completion": "sechs"}
                """);

        assertThat(dataset.path("status").asText()).isEqualTo("ready");
        assertThat(dataset.path("exampleCount").asInt()).isEqualTo(2);
        assertThat(dataset.path("invalidCount").asInt()).isEqualTo(3);
        var problems = items(get(dataset, "/problems"));
        assertThat(problems).extracting(problem -> problem.path("line").asInt()).containsExactly(2, 3, 5);
        assertThat(problems)
                .allSatisfy(
                        problem -> assertThat(problem.path("reason").asText()).isNotBlank());
        assertThat(items(rows(dataset, "")))
                .extracting(row -> row.path("line").asInt())
                .containsExactly(1, 6);
        var second = get(
                dataset,
                "/problems?limit=1&cursor="
                        + get(dataset, "/problems?limit=1").path("nextCursor").asText());
        assertThat(second.at("/items/0/line").asInt()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing known,  x.jsonl, '{\"a\": 1}'",
        "no rows,        x.json,  '[]'",
        "binary,         x.jsonl, 'PK\u0003\u0004\u0000\u0001'",
        "an open quote,  x.csv,   'prompt,completion\n\"one,eins\n'",
        "two columns,    x.csv,   'prompt,prompt\na,b\n'",
        "cut gzip,       x.gz,    cut",
    })
    void a_file_without_a_good_row_fails_with_a_reason_and_leaves_no_rows(String what, String name, String content) {
        var bytes = content.equals("cut")
                ? Arrays.copyOf(gzip(KINDS.toString().getBytes(StandardCharsets.UTF_8)), 60)
                : content.getBytes(StandardCharsets.UTF_8);

        var dataset = datasets.of(name, bytes);

        assertThat(dataset.path("status").asText()).as(dataset.toString()).isEqualTo("failed");
        assertThat(dataset.path("error").asText()).isNotBlank().doesNotContain("Exception");
        assertThat(person.get(path(dataset) + "/rows").status()).isEqualTo(409);
        assertThat(person.get(path(dataset) + "/download").status()).isEqualTo(409);
        assertThat(filesOf(dataset)).isEmpty();
    }

    /** What is newest is offered first: nobody should train on what is meant to judge the result. */
    @Test
    void of_an_example_the_rows_to_train_on_are_the_newest() {
        var learner = product.person("learner");

        var answered = learner.post("/api/datasets/examples/support-triage", "").expect(201);

        assertThat(answered.text("name")).isEqualTo("Support triage");
        assertThat(learner.get("/api/datasets").json().path("items").findValuesAsText("name"))
                .containsExactly("Support triage", "Support triage (held out)");
    }

    @Test
    void a_dataset_needs_a_complete_upload_of_its_own_workspace() {
        var half = new Tus(person).start(10);
        var foreign = product.person("other").upload("x.jsonl", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(create(half.substring(half.lastIndexOf('/') + 1), Map.of()).status())
                .isEqualTo(409);
        assertThat(create(foreign, Map.of()).status()).isEqualTo(404);
        assertThat(create(UUID.randomUUID().toString(), Map.of()).status()).isEqualTo(404);
        assertThat(person.get("/api/datasets").json().path("items")).isEmpty();
    }

    @Test
    void rows_are_paged_and_searched() {
        var content = IntStream.range(0, 120)
                .mapToObj(i ->
                        "{\"prompt\":\"question %d%s\",\"completion\":\"a\"}".formatted(i, i % 50 == 7 ? " Ünï" : ""))
                .collect(Collectors.joining("\n"));
        var dataset = datasets.of("many.jsonl", content);

        var first = rows(dataset, "?limit=50");
        var second =
                rows(dataset, "?limit=50&cursor=" + first.path("nextCursor").asText());
        var third =
                rows(dataset, "?limit=50&cursor=" + second.path("nextCursor").asText());

        assertThat(IntStream.of(
                        first.path("items").size(),
                        second.path("items").size(),
                        third.path("items").size()))
                .containsExactly(50, 50, 20);
        assertThat(third.path("nextCursor").isTextual()).isFalse();
        assertThat(second.at("/items/0/index").asInt()).isEqualTo(50);
        var found = items(rows(dataset, "?search=%C3%BCN%C3%AF"));
        assertThat(found).extracting(row -> row.path("index").asInt()).containsExactly(7, 57, 107);
        assertThat(items(rows(dataset, "?search=nowhere"))).isEmpty();
        assertThat(person.get(path(dataset) + "/rows?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void a_new_version_replaces_the_rows_and_the_old_ones_stay_readable() {
        var dataset = datasets.of("v1.jsonl", KINDS.getOrDefault("rows.jsonl", ""));
        var upload = person.upload(
                "v2.jsonl", "{\"prompt\":\"three\",\"completion\":\"drei\"}".getBytes(StandardCharsets.UTF_8));

        var version = person.post(path(dataset) + "/versions", Map.of("uploadId", upload))
                .expect(201);
        var changed = Waiting.until(
                Duration.ofSeconds(20),
                () -> get(dataset, ""),
                now -> now.path("currentVersion").asInt() == 2
                        && now.path("status").asText().equals("ready"));

        assertThat(version.json().path("number").asInt()).isEqualTo(2);
        assertThat(changed.path("exampleCount").asInt()).isEqualTo(1);
        assertThat(rows(dataset, "").toString()).contains("drei").doesNotContain("eins");
        assertThat(rows(dataset, "?version=1").toString()).contains("eins").doesNotContain("drei");
        assertThat(items(get(dataset, "/versions")))
                .extracting(each -> each.path("number").asInt())
                .containsExactly(2, 1);
        assertThat(person.get(path(dataset) + "/rows?version=3").status()).isEqualTo(404);
    }

    @Test
    void a_broken_new_version_leaves_the_old_one_in_use() {
        var dataset = datasets.of("v1.jsonl", KINDS.getOrDefault("rows.jsonl", ""));
        var upload = person.upload("v2.jsonl", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        person.post(path(dataset) + "/versions", Map.of("uploadId", upload)).expect(201);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> get(dataset, "/versions").at("/items/0/status").asText(),
                status -> status.equals("failed"));

        assertThat(rows(dataset, "").toString()).contains("eins");
        assertThat(get(dataset, "").path("status").asText()).isEqualTo("ready");
    }

    @Test
    void a_split_parts_the_rows_exactly_and_equally_for_equal_seeds() {
        var content = IntStream.range(0, 50)
                .mapToObj(i -> "{\"prompt\":\"q%d\",\"completion\":\"a\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        var dataset = datasets.of("whole.jsonl", content);

        var once = split(dataset, 0.2, 7);
        var again = split(dataset, 0.2, 7);

        assertThat(once.get(0)).hasSize(40);
        assertThat(once.get(1)).hasSize(10).doesNotContainAnyElementsOf(once.get(0));
        assertThat(again).isEqualTo(once);
        assertThat(person.post(path(dataset) + "/split", Map.of("fraction", 1)).status())
                .isEqualTo(400);
    }

    @Test
    void a_deleted_dataset_is_gone_with_its_files() {
        var dataset = datasets.of("gone.jsonl", KINDS.getOrDefault("rows.jsonl", ""));
        assertThat(filesOf(dataset)).isNotEmpty();

        assertThat(person.delete(path(dataset)).status()).isEqualTo(428);
        delete(person, dataset, get(dataset, "")).expect(204);

        assertThat(person.get(path(dataset)).status()).isEqualTo(404);
        Waiting.until(Duration.ofSeconds(10), () -> filesOf(dataset), List::isEmpty);
    }

    @Test
    void a_dataset_of_somebody_else_is_not_there() {
        var dataset = datasets.of("mine.jsonl", KINDS.getOrDefault("rows.jsonl", ""));
        var other = product.person("stranger");
        var upload =
                other.upload("x.jsonl", KINDS.getOrDefault("rows.jsonl", "").getBytes(StandardCharsets.UTF_8));

        for (var part : List.of("", "/rows", "/problems", "/versions", "/download")) {
            assertThat(other.get(path(dataset) + part).status()).as(part).isEqualTo(404);
        }
        assertThat(other.patch(path(dataset), Map.of("name", "x"), Datasets.etag(dataset))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(path(dataset) + "/split", Map.of("fraction", 0.5)).status())
                .isEqualTo(404);
        assertThat(other.post(path(dataset) + "/versions", Map.of("uploadId", upload))
                        .status())
                .isEqualTo(404);
        assertThat(delete(other, dataset, dataset).status()).isEqualTo(404);
        assertThat(get(dataset, "").path("version")).isEqualTo(dataset.path("version"));
    }

    @Test
    void a_change_builds_on_the_version_that_was_read_and_of_two_at_once_one_wins() {
        var dataset = datasets.of("named.jsonl", KINDS.getOrDefault("rows.jsonl", ""));
        Waiting.until(
                Duration.ofSeconds(30),
                () -> get(dataset, ""),
                now -> now.path("statistics").has("tokens")
                        || now.path("statistics").size() > 0);
        Waiting.pause(Duration.ofSeconds(1));
        var etag = Datasets.etag(get(dataset, ""));

        var statuses = IntStream.range(0, 6)
                .parallel()
                .map(i -> person.patch(path(dataset), Map.of("name", "name " + i), etag)
                        .status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).allMatch(status -> status == 200 || status == 412);
        assertThat(person.send(person.request(path(dataset))
                                .header("Content-Type", "application/json")
                                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void a_repeated_creation_makes_one_dataset() {
        var upload =
                person.upload("once.jsonl", KINDS.getOrDefault("rows.jsonl", "").getBytes(StandardCharsets.UTF_8));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = create(upload, key).expect(201);
        var second = create(upload, key).expect(201);
        var other = person.post("/api/datasets", Map.of("name", "another", "uploadId", upload), key);

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(person.get("/api/datasets").json().path("items")).hasSize(1);
    }

    @Test
    void of_several_equal_creations_at_once_one_is_carried_out() {
        var upload =
                person.upload("race.jsonl", KINDS.getOrDefault("rows.jsonl", "").getBytes(StandardCharsets.UTF_8));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> create(upload, key))
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("id"))
                        .distinct())
                .hasSize(1);
        assertThat(person.get("/api/datasets").json().path("items")).hasSize(1);
    }

    private Answer create(String upload, Map<String, String> headers) {
        return person.post("/api/datasets", Map.of("name", "created", "uploadId", upload), headers);
    }

    private List<List<String>> split(JsonNode dataset, double fraction, long seed) {
        var parts = person.post(path(dataset) + "/split", Map.of("fraction", fraction, "seed", seed))
                .expect(201)
                .json();
        return List.of("train", "heldOut").stream()
                .map(part -> datasets.settled(parts.path(part).path("id").asText()))
                .map(part -> items(rows(part, "?limit=200")).stream()
                        .map(row -> row.path("content").toString())
                        .toList())
                .toList();
    }

    private static Answer delete(Client client, JsonNode dataset, JsonNode read) {
        return client.send(client.request(path(dataset))
                .header("If-Match", Datasets.etag(read))
                .DELETE());
    }

    private JsonNode rows(JsonNode dataset, String query) {
        return get(dataset, "/rows" + query);
    }

    private JsonNode get(JsonNode dataset, String part) {
        return person.get(path(dataset) + part).expect(200).json();
    }

    private static String path(JsonNode dataset) {
        return "/api/datasets/" + dataset.path("id").asText();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private List<Path> filesOf(JsonNode dataset) {
        try (var all = Files.walk(product.home().resolve("storage"))) {
            var id = dataset.path("id").asText();
            return all.filter(file -> file.toString().contains(id) && Files.isRegularFile(file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
