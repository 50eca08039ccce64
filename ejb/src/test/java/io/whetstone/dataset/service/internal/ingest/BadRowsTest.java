package io.whetstone.dataset.service.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRowsTest {
    static final String CHAT =
            "{'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}\n".replace('\'', '"');

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'role':'tool','content':'x'},{'role':'assistant','content':'a'}]}"
                        + " | turn 1 has the unknown role \"tool\"",
                "{'messages':[{'role':'user','content':'q'},{'role':'assistant','content':' '}]}"
                        + " | turn 2 (assistant) is empty",
                "{'messages':[{'role':'user','content':'q'},{'role':'assistant'}]} | turn 2 (assistant) is empty",
                "{'messages':[{'role':'user','content':'q'}]} | there is no assistant turn",
                "{'messages':[]} | the conversation is empty",
                "{'messages':'hello'} | \"messages\" must be a list but is text",
                "{'messages':[{'role':'user','content':5},{'role':'assistant','content':'a'}]}"
                        + " | \"content\" must be text but is a number",
                "{'messages':[{'role':'user','content':'q'},{'role':'user','content':'q'},"
                        + "{'role':'assistant','content':'a'}]} | turn 2 is user where assistant is due",
                "{'messages':[{'role':'assistant','content':'a'}]} | turn 1 is assistant where user is due",
                "{'messages':['q','a']} | turn 1 is not an object",
                "{'messages':[{'role':'user','content':'a\\u0000b'},{'role':'assistant','content':'a'}]}"
                        + " | NUL character",
                "{'messages':[{'role':'user','content':'\\ud800'},{'role':'assistant','content':'a'}]}"
                        + " | half of a surrogate pair",
                "{'other':1} | \"messages\" is missing",
                "{'messages':[ | not valid JSON",
                "{'a':1} {'b':2} | not valid JSON",
                "42 | must be a JSON object but is a number",
                "{'prompt':'p','chosen':'c','rejected':'r'} | looks like dpo in a file of chatml",
            })
    void a_bad_row_is_reported_with_its_line_and_the_reason(String row, String reason) throws IOException {
        var uploaded = Uploaded.of(folder, "rows.jsonl", CHAT + row.replace('\'', '"') + "\n\n" + CHAT);

        assertThat(uploaded.report().examples()).isEqualTo(2);
        assertThat(uploaded.report().invalid()).isEqualTo(1);
        assertThat(uploaded.report().problems().get(0).line()).isEqualTo(2);
        assertThat(uploaded.report().problems().get(0).reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'prompt':'p','response':'r','reward':1} | {'prompt':'p','response':'r'} | \"reward\" is missing",
                "{'prompt':'p','response':'r','reward':1} | {'prompt':'p','response':'r','reward':'high'}"
                        + " | \"reward\" must be a number but is text",
                "{'prompt':'p','chosen':'c','rejected':'r'} | {'prompt':'p','chosen':'c','rejected':null}"
                        + " | \"rejected\" is missing",
                "{'prompt':'p','chosen':'c','rejected':'r'} | {'prompt':'p','chosen':'c','rejected':'c'}"
                        + " | are the same",
                "{'instruction':'i','output':'o'} | {'instruction':'','output':'o'} | \"instruction\" is empty",
                "{'text':'t'} | {'text':7} | \"text\" must be text but is a number",
            })
    void fields_that_are_missing_or_wrong_are_named(String good, String bad, String reason) throws IOException {
        var lines = (good + "\n" + good + "\n" + bad + "\n").replace('\'', '"');

        var problems = Uploaded.of(folder, "rows.jsonl", lines).report().problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void all_bad_rows_are_counted_but_only_the_first_thousand_kept() throws IOException {
        var report =
                Uploaded.of(folder, "rows.jsonl", CHAT + "{\n".repeat(2500)).report();

        assertThat(report.invalid()).isEqualTo(2500);
        assertThat(report.problems()).hasSize(1000);
    }
}
