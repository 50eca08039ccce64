package io.whetstone.dataset.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExampleDataTest {
    final ObjectMapper json = new ObjectMapper();

    @Test
    void every_triage_answer_obeys_the_schema() throws IOException {
        var schema = json.readTree(resource("support-triage/schema.json"));
        var fields = schema.path("properties");

        for (var row : rows("support-triage/train.jsonl")) {
            var answer = json.readTree(row.at("/messages/2/content").textValue());
            assertThat(answer.size()).isEqualTo(fields.size());
            assertThat(fields.path("category").path("enum")).contains(answer.path("category"));
            assertThat(fields.path("product").path("enum")).contains(answer.path("product"));
            assertThat(fields.path("priority").path("enum")).contains(answer.path("priority"));
            assertThat(fields.path("sentiment").path("enum")).contains(answer.path("sentiment"));
            assertThat(answer.path("needs_human").isBoolean()).isTrue();
        }
    }

    @Test
    void the_sets_are_large_enough_and_share_no_ticket() throws IOException {
        var train = new HashSet<>(tickets("support-triage/train.jsonl"));
        var heldOut = tickets("support-triage/held-out.jsonl");

        assertThat(train).hasSizeGreaterThanOrEqualTo(400);
        assertThat(heldOut).hasSizeGreaterThanOrEqualTo(100).doesNotContainAnyElementsOf(train);
        assertThat(tickets("plain-language/train.jsonl"))
                .hasSizeGreaterThanOrEqualTo(150)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_cards_count_their_rows_right() throws IOException {
        for (var name : List.of("support-triage", "plain-language")) {
            var card = json.readTree(resource(name + "/card.json"));
            for (var file : card.path("files")) {
                assertThat(rows(name + "/" + file.path("file").asText()))
                        .hasSize(file.path("rows").asInt());
            }
        }
    }

    private List<String> tickets(String file) throws IOException {
        return rows(file).stream()
                .map(row -> row.at("/messages/1/content").textValue())
                .toList();
    }

    private List<JsonNode> rows(String file) throws IOException {
        try (var lines = json.readerFor(JsonNode.class).<JsonNode>readValues(resource(file))) {
            return lines.readAll();
        }
    }

    private static BufferedReader resource(String name) {
        var in = Objects.requireNonNull(ExampleDataTest.class.getResourceAsStream("/examples/" + name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
