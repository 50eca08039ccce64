package io.whetstone.dataset.service.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CHATML | {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]} | =",
                "CHATML | [{'role':'user','content':'q'},{'role':'assistant','content':'a'}]"
                        + " | {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "CHATML | {'messages':[{'role':'user','content':[{'type':'text','text':'q'}]},"
                        + "{'role':'assistant','content':'a'}]}"
                        + " | {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "SHAREGPT | {'conversations':[{'from':'system','value':'s'},{'from':'human','value':'q'},"
                        + "{'from':'gpt','value':'a'}]} | {'messages':[{'role':'system','content':'s'},"
                        + "{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "JSONL | {'question':'q','answer':'a'}"
                        + " | {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "JSONL | {'prompt':'q','response':'a','system':'s'} | {'messages':[{'role':'system','content':'s'},"
                        + "{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "ALPACA | {'instruction':'do','input':'it','output':'a','text':'all'}"
                        + " | {'messages':[{'role':'user','content':'do\\n\\nit'},{'role':'assistant','content':'a'}]}",
                "ALPACA | {'instruction':'do','context':'','response':'a','category':'qa'}"
                        + " | {'messages':[{'role':'user','content':'do'},{'role':'assistant','content':'a'}]}",
                "OPENORCA | {'system_prompt':'s','question':'q','response':'a'} | {'messages':["
                        + "{'role':'system','content':'s'},{'role':'user','content':'q'},"
                        + "{'role':'assistant','content':'a'}]}",
                "OPENORCA | {'system_prompt':'','question':'q','response':'a'}"
                        + " | {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}",
                "UNNATURAL | {'instruction':'do','instances':[{'instruction_with_input':'do it','input':'it',"
                        + "'output':'a'}]}"
                        + " | {'messages':[{'role':'user','content':'do it'},{'role':'assistant','content':'a'}]}",
                "DPO | {'prompt':'p','chosen':'c','rejected':'r','score':1}"
                        + " | {'prompt':'p','chosen':'c','rejected':'r'}",
                "RLHF | {'prompt':'p','response':'r','reward':0.5} | =",
                "RAW_TEXT | {'text':'t','source':'web'} | {'text':'t'}",
            })
    void each_format_is_told_and_brought_into_its_normal_form(DatasetFormat format, String row, String normal)
            throws IOException {
        var json = row.replace('\'', '"');

        var uploaded = Uploaded.of(folder, "rows.jsonl", json + "\n" + json + "\n");

        assertThat(uploaded.report().format()).isEqualTo(format);
        assertThat(uploaded.rows())
                .containsOnly(normal.equals("=") ? json : normal.replace('\'', '"'))
                .hasSize(2);
        assertThat(uploaded.report().duplicates()).isEqualTo(1);
    }

    @Test
    void all_instances_of_an_unnatural_row_are_kept_and_a_bad_one_is_reported() throws IOException {
        var uploaded = Uploaded.of(folder, "rows.jsonl", """
                {"instruction":"do","instances":[{"input":"1","output":"a"},{"input":"2"},{"input":"3","output":"c"}]}
                """);

        assertThat(uploaded.rows()).hasSize(2);
        assertThat(uploaded.report().problems())
                .containsExactly(new RowProblem(1, "instance 2: \"output\" is missing"));
    }

    @Test
    void rows_that_are_single_turns_become_conversations() throws IOException {
        var uploaded = Uploaded.of(folder, "rows.jsonl", """
                {"role":"user","content":"1"}
                {"role":"assistant","content":"2"}
                {"role":"user","content":"3"}
                {"role":"assistant","content":"4"}
                """);

        assertThat(uploaded.report().format()).isEqualTo(DatasetFormat.CHATML);
        assertThat(uploaded.rows()).hasSize(2);
    }

    @Test
    void the_majority_of_all_rows_names_the_format_and_the_others_are_reported() throws IOException {
        var text = "{\"text\":\"first\"}\n" + "{\"instruction\":\"i\",\"output\":\"o\"}\n".repeat(3);

        var uploaded = Uploaded.of(folder, "rows.jsonl", text);

        assertThat(uploaded.report().format()).isEqualTo(DatasetFormat.ALPACA);
        assertThat(uploaded.report().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("looks like raw_text in a file of alpaca"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(1));
    }

    @Test
    void a_chosen_format_that_does_not_fit_is_refused_with_what_was_found() {
        var chat = "{\"prompt\":\"p\",\"response\":\"r\"}\n".repeat(3).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Uploaded.of(folder, "rows.jsonl", chat, DatasetFormat.RLHF))
                .isInstanceOf(SourceException.class)
                .hasMessage("0 of 3 rows have the fields of rlhf (prompt, response and reward); found: jsonl 3");
    }

    @Test
    void a_chosen_format_that_fits_is_taken_over_the_likelier_one() throws IOException {
        var alpaca = "{\"instruction\":\"i\",\"output\":\"o\"}".getBytes(StandardCharsets.UTF_8);

        var uploaded = Uploaded.of(folder, "rows.jsonl", alpaca, DatasetFormat.JSONL);

        assertThat(uploaded.report().format()).isEqualTo(DatasetFormat.JSONL);
    }
}
