package io.whetstone.dataset.service.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.SourceException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilesTest {
    static final String ROW = "{\"instruction\":\"Grüße 日本 🙂\",\"output\":\"o\"}";
    static final String PRETTY = """
            {
              "instruction": "Grüße 日本 🙂",
              "output": "o"
            }""";

    @TempDir
    Path folder;

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("lines.jsonl", bytes(ROW + "\n" + ROW)),
                Arguments.of("crlf.jsonl", bytes(ROW + "\r\n\r\n" + ROW + "\r\n")),
                Arguments.of("bom.jsonl", bytes("\ufeff" + ROW + "\n" + ROW + "\n")),
                Arguments.of("packed.jsonl.gz", Uploaded.gzip(ROW + "\n" + ROW + "\n")),
                Arguments.of("packed-but-not-named.jsonl", Uploaded.gzip("\ufeff" + ROW + "\n" + ROW + "\n")),
                Arguments.of("array.json", bytes("[" + ROW + "," + ROW + "]")),
                Arguments.of("pretty.json", bytes("[\n" + PRETTY + ",\n" + PRETTY + "\n]\n")),
                Arguments.of("lines-in-brackets.json", bytes("[\n" + ROW + ",\n" + ROW + "\n]\n")),
                Arguments.of("wrapped.json", bytes("{\"version\":1,\"data\":[" + ROW + "," + ROW + "]}")),
                Arguments.of("examples.json", bytes("{\n\"examples\":\n[" + PRETTY + "," + PRETTY + "]\n}")),
                Arguments.of("one-after-the-other.json", bytes(PRETTY + "\n" + PRETTY)),
                Arguments.of("no-ending", bytes(ROW + "\n" + ROW)),
                Arguments.of("table.csv", bytes("instruction,output\nGrüße 日本 🙂,o\n\"Grüße 日本 🙂\",\"o\"\n")),
                Arguments.of("table.csv.gz", Uploaded.gzip("instruction;output\r\nGrüße 日本 🙂;o\r\nGrüße 日本 🙂;o")),
                Arguments.of("table.tsv", bytes("instruction\toutput\nGrüße 日本 🙂\to\nGrüße 日本 🙂\to\n")));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void the_same_rows_come_out_of_every_kind_of_file(String name, byte[] content) throws IOException {
        var uploaded = Uploaded.of(folder, name, content, null);

        assertThat(uploaded.report().format()).isEqualTo(DatasetFormat.ALPACA);
        assertThat(uploaded.report().examples()).isEqualTo(2);
        assertThat(uploaded.report().problems()).isEmpty();
        assertThat(uploaded.row(1).at("/messages/0/content").textValue()).isEqualTo("Grüße 日本 🙂");
    }

    static Stream<Arguments> unusable() {
        var packed = Uploaded.gzip((ROW + "\n").repeat(500));
        var bomb = Uploaded.gzip("{\"text\":\"x\"}\n".repeat(100_000));
        return Stream.of(
                Arguments.of("empty.jsonl", bytes(""), "The file is empty"),
                Arguments.of("blank.txt", bytes(" \r\n\n"), "The file is empty"),
                Arguments.of("cut.jsonl.gz", Arrays.copyOf(packed, packed.length - 20), "damaged or cut off"),
                Arguments.of("head.jsonl.gz", Arrays.copyOf(packed, 5), "damaged or cut off"),
                Arguments.of("bomb.jsonl.gz", bomb, "more than 1 MiB when unpacked"),
                Arguments.of("half.json", bytes("[" + ROW + ",\n{\"instruction\":"), "ends in the middle"),
                Arguments.of("half-array.json", bytes("[" + ROW + ","), "ends in the middle"),
                Arguments.of(
                        "broken.json", bytes("[\n" + ROW + ",\n" + ROW + "\n" + ROW + "]"), "Line 4: not valid JSON"),
                Arguments.of("wide.txt", "hello".getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("zip.jsonl", bytes("PK\u0003\u0004rest"), "archive"),
                Arguments.of("nul.txt", bytes("a\u0000b"), "binary"),
                Arguments.of("latin.csv", latin("text\ngrün\n"), "not valid UTF-8"),
                Arguments.of("quote.csv", bytes("text\n\"never closed\n"), "line 2 is never closed"),
                Arguments.of("twice.csv", bytes("text,text\na,b\n"), "names a column twice"),
                Arguments.of("deep.json", bytes("[".repeat(5000)), "nesting depth"),
                Arguments.of("big.json", bytes("[{\"text\":\n[" + "1,".repeat(9000) + "1]}]"), "larger than a row"),
                Arguments.of("strange.jsonl", bytes("{\"a\":1,\"b\":2}\n"), "line 1 has: a, b"),
                Arguments.of("prose.jsonl", bytes("this is prose\n"), "not valid JSON"),
                Arguments.of("all-bad.jsonl", bytes("{\"messages\":[]}\n"), "No row of 1 can be used"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void a_file_that_cannot_be_used_says_why(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> Uploaded.of(folder, name, content, null))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_line_that_is_too_long_or_no_text_costs_only_itself() throws IOException {
        var bytes = latin(
                "%s\n{\"instruction\":\"%s\",\"output\":\"o\"}\n{\"instruction\":\"\u00fc\",\"output\":\"o\"}\n{\"\n%s"
                        .formatted(
                                "{\"instruction\":\"i\",\"output\":\"o\"}",
                                "x".repeat(5000),
                                "{\"instruction\":\"i\",\"output\":\"o\"}"));

        var report = Uploaded.of(folder, "rows.jsonl", bytes, null).report();

        assertThat(report.examples()).isEqualTo(2);
        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(2L, 3L, 4L);
        assertThat(report.problems().get(0).reason()).isEqualTo("row is longer than 4096 bytes");
        assertThat(report.problems().get(1).reason()).isEqualTo("not valid UTF-8");
    }

    @Test
    void text_becomes_a_row_a_paragraph() throws IOException {
        var uploaded =
                Uploaded.of(folder, "book.txt", "[One]\r\nmore\r\n\r\n\r\nTwo\n\n" + "y".repeat(5000) + "\n\nThree");

        assertThat(uploaded.report().format()).isEqualTo(DatasetFormat.RAW_TEXT);
        assertThat(uploaded.rows())
                .containsExactly("{\"text\":\"[One]\\nmore\"}", "{\"text\":\"Two\"}", "{\"text\":\"Three\"}");
        assertThat(uploaded.report().problems())
                .containsExactly(new RowProblem(7, "paragraph is longer than 4096 bytes"));
    }

    @Test
    void quoted_fields_hold_separators_line_ends_and_quotes() throws IOException {
        var csv = "prompt,completion\r\n\"a, \"\"b\"\"\r\nc\",d\r\nonly one\r\nx,\"\"\r\n";

        var uploaded = Uploaded.of(folder, "table.csv", csv);

        assertThat(uploaded.row(0).at("/messages/0/content").textValue()).isEqualTo("a, \"b\"\r\nc");
        assertThat(uploaded.report().problems())
                .containsExactly(
                        new RowProblem(4, "has 1 fields where the header has 2"),
                        new RowProblem(5, "\"completion\" is empty"));
    }

    @Test
    void duplicates_are_counted_over_several_passes() throws IOException {
        var rows = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            rows.append("{\"text\":\"").append(i % 700).append("\"}\n");
        }

        var report = Uploaded.of(folder, "rows.jsonl", rows.toString()).report();

        assertThat(report.examples()).isEqualTo(1000);
        assertThat(report.duplicates()).isEqualTo(300);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(Charset.forName("ISO-8859-1"));
    }
}
