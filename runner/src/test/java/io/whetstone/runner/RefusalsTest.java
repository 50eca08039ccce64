package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request is said in OpenAI's words, with the right status. */
class RefusalsTest {
    private static final String CHAT = "/v1/chat/completions";

    @TempDir
    static Path folder;

    static Runner runner;

    @BeforeAll
    static void start() throws IOException {
        runner = Runner.tiny(folder, "--context", "256");
    }

    @AfterAll
    static void stop() {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "temperature":2.5                          | temperature             | decimal_above_max_value
            "temperature":-1                           | temperature             | integer_below_min_value
            "temperature":"hot"                        | temperature             | invalid_type
            "top_p":1.1                                | top_p                   | decimal_above_max_value
            "max_tokens":0                             | max_tokens              | integer_below_min_value
            "max_tokens":1.5                           | max_tokens              | invalid_type
            "max_completion_tokens":0                  | max_completion_tokens   | integer_below_min_value
            "max_tokens":1,"max_completion_tokens":1   | max_tokens              | invalid_parameter_combination
            "n":2                                      | n                       | integer_above_max_value
            "seed":"a"                                 | seed                    | invalid_type
            "stop":["a","b","c","d","e"]               | stop                    | invalid_value
            "stop":[1]                                 | stop                    | invalid_type
            "stream":"yes"                             | stream                  | invalid_type
            "stream_options":{"include_usage":true}    | stream_options          |
            "frequency_penalty":3                      | frequency_penalty       | integer_above_max_value
            "presence_penalty":-2.1                    | presence_penalty        | decimal_below_min_value
            "top_logprobs":3                           | top_logprobs            | invalid_value
            "logprobs":true,"top_logprobs":21          | top_logprobs            | integer_above_max_value
            "logit_bias":{"999":1}                     | logit_bias              | invalid_value
            "logit_bias":{"1":101}                     | logit_bias.1            | integer_above_max_value
            "tools":[{"type":"function"}]              | tools                   | unsupported_parameter
            "response_format":{"type":"json_object"}   | response_format.type    | invalid_value
            "speed":"fast"                             | speed                   | unknown_parameter
            """)
    void a_field_out_of_its_range_is_refused_by_name(String field, String param, String code) throws Exception {
        var answer = runner.post(CHAT, """
                {"model":"tiny","messages":[{"role":"user","content":"Hi"}],%s}""".formatted(field));
        var error = Runner.JSON.readTree(answer.body()).get("error");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.get("param").asText()).isEqualTo(param);
        assertThat(error.get("code").asText(null)).isEqualTo(code);
        assertThat(error.get("message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model":"tiny"} | messages | missing_required_parameter
            {"messages":[{"role":"user","content":"Hi"}]} | model | missing_required_parameter
            {"model":"tiny","messages":[]} | messages | empty_array
            {"model":"tiny","messages":"Hi"} | messages | invalid_type
            {"model":"tiny","messages":["Hi"]} | messages[0] | invalid_type
            {"model":"tiny","messages":[{"role":"robot","content":"Hi"}]} | messages[0].role | invalid_value
            {"model":"tiny","messages":[{"role":"user"}]} | messages[0].content | missing_required_parameter
            {"model":"tiny","messages":[{"role":"user","content":"a","x":1}]} | messages[0].x | unknown_parameter
            """)
    void messages_are_checked_one_by_one(String body, String param, String code) throws Exception {
        var answer = runner.post(CHAT, body);
        var error = Runner.JSON.readTree(answer.body()).get("error");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error.get("param").asText()).isEqualTo(param);
        assertThat(error.get("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"model\":", "[]", "''", "{} {}", "{\"model\":\"a\",\"model\":\"b\"}"})
    void what_is_not_one_object_is_not_json_to_us(String body) throws Exception {
        var answer = runner.post(CHAT, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer.body())).isEqualTo("invalid_json");
    }

    @Test
    void an_unknown_model_is_not_found() throws Exception {
        var answer = runner.post(CHAT, """
                {"model":"gpt-5","messages":[{"role":"user","content":"Hi"}]}""");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer.body())).isEqualTo("model_not_found");
    }

    @Test
    void a_prompt_longer_than_the_context_is_refused() throws Exception {
        var answer = runner.post(CHAT, """
                {"model":"tiny","messages":[{"role":"user","content":"%s"}]}""".formatted("x".repeat(300)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer.body())).isEqualTo("context_length_exceeded");
    }

    @Test
    void a_body_past_the_limit_is_too_large() throws Exception {
        var answer = runner.post(CHAT, " ".repeat(5 << 20));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(code(answer.body())).isEqualTo("request_too_large");
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong", "Basic Y29ycmVjdA==", "correct-horse"})
    void nothing_is_said_without_the_token(String header) throws Exception {
        var request =
                runner.request("/health").setHeader("Authorization", header).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer.body())).isEqualTo("invalid_api_key");
    }

    @Test
    void unknown_paths_and_methods_have_their_answers() throws Exception {
        var request = runner.request(CHAT).PUT(BodyPublishers.noBody()).build();

        assertThat(runner.get("/v1/embeddings").statusCode()).isEqualTo(404);
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    private static String code(String body) throws IOException {
        return Runner.JSON.readTree(body).at("/error/code").asText();
    }
}
