package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in OpenAI's format, over HTTP, of a real if tiny model. */
class ChatCompletionsTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String TEXT = "/v1/completions";

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

    @Test
    void a_whole_answer_has_the_shape_of_a_chat_completion() throws Exception {
        var answer = runner.json(CHAT, chat("\"max_tokens\":5"));

        assertThat(answer.get("object").asText()).isEqualTo("chat.completion");
        assertThat(answer.get("id").asText()).startsWith("chatcmpl-");
        assertThat(answer.get("model").asText()).isEqualTo("tiny");
        assertThat(answer.at("/choices/0/message/role").asText()).isEqualTo("assistant");
        assertThat(answer.at("/choices/0/message/content").isTextual()).isTrue();
        assertThat(answer.at("/choices/0/logprobs").isNull()).isTrue();
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(5);
        assertThat(answer.at("/usage/total_tokens").asInt())
                .isEqualTo(answer.at("/usage/prompt_tokens").asInt() + 5);
    }

    @Test
    void a_streamed_answer_is_the_whole_one_in_pieces() throws Exception {
        var whole = runner.json(CHAT, chat("\"max_tokens\":40"));
        var chunks = chunks(chat("\"max_tokens\":40,\"stream\":true"));

        assertThat(chunks.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText())
                .isEqualTo("length");
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.get("object").asText()).isEqualTo("chat.completion.chunk"));
        assertThat(chunks).noneMatch(chunk -> chunk.has("usage"));
        assertThat(text(chunks))
                .isEqualTo(whole.at("/choices/0/message/content").asText());
    }

    @Test
    void usage_comes_in_a_chunk_of_its_own_when_it_is_asked_for() throws Exception {
        var chunks = chunks(chat("\"max_tokens\":4,\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
        var last = chunks.remove(chunks.size() - 1);

        assertThat(last.get("choices")).isEmpty();
        assertThat(last.at("/usage/completion_tokens").asInt()).isEqualTo(4);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.get("usage").isNull()).isTrue());
    }

    @Test
    void usage_so_far_comes_in_comments_to_a_caller_that_counts() throws Exception {
        var body = chat("\"max_tokens\":4,\"stream\":true");

        var plain = runner.post(CHAT, body);
        var counted = runner.postCounted(CHAT, body);

        assertThat(plain.body()).doesNotContain(": usage");
        assertThat(counted.body().lines().filter(line -> line.startsWith(": usage ")))
                .last()
                .isEqualTo(": usage %d 4".formatted(promptTokens()));
    }

    @Test
    void a_whole_answer_is_the_one_event_of_a_stream_to_a_caller_that_counts() throws Exception {
        var body = chat("\"max_tokens\":4");

        var counted = runner.postCounted(CHAT, body);

        var lines = counted.body().lines().toList();
        var prompt = promptTokens();
        assertThat(counted.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(lines.stream().filter(line -> line.startsWith(": usage ")))
                .last()
                .isEqualTo(": usage %d 4".formatted(prompt));
        assertThat(lines.stream().filter(line -> line.startsWith("data: {")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"object\":\"chat.completion\"")
                        .contains("\"completion_tokens\":4"));
    }

    @Test
    void a_refusal_is_the_same_to_a_caller_that_counts() throws Exception {
        var refused = runner.postCounted(CHAT, chat("\"max_tokens\":4,\"stream_options\":{}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private static int promptTokens() throws Exception {
        return runner.json(CHAT, chat("\"max_tokens\":4"))
                .at("/usage/prompt_tokens")
                .asInt();
    }

    @Test
    void a_character_of_several_tokens_is_never_split() throws Exception {
        // Nothing but the two bytes of "é" is said, in an order of the model's own.
        var body = chat("\"max_tokens\":60,\"logprobs\":true,\"stream\":true,\"logit_bias\":{\"195\":100,\"169\":100}");
        var chunks = chunks(body);
        var bytes = new ByteArrayOutputStream();
        for (var chunk : chunks) {
            chunk.at("/choices/0/logprobs/content")
                    .forEach(token -> bytes.write(token.at("/bytes/0").asInt()));
        }

        assertThat(text(chunks)).contains("é").isEqualTo(bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_end_mark_of_the_model_ends_the_answer() throws Exception {
        var answer = runner.json(CHAT, chat("\"logit_bias\":{\"257\":100}"));

        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/choices/0/message/content").asText()).isEmpty();
    }

    @Test
    void a_stop_string_ends_the_answer_and_is_not_part_of_it() throws Exception {
        var whole = content("\"max_tokens\":40," + TinyModel.NEVER_ENDING);
        var stop = whole.substring(20, 22);
        var body = Runner.JSON.createObjectNode().put("model", "tiny").put("temperature", 0);
        body.putArray("messages").addObject().put("role", "user").put("content", "Hello");
        body.putArray("stop").add("never said").add(stop);
        var answer = runner.json(CHAT, body.toString());

        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/choices/0/message/content").asText()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    }

    @Test
    void a_full_context_ends_the_answer_as_a_length() throws Exception {
        var answer = runner.json(CHAT, chat(TinyModel.NEVER_ENDING));

        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(257);
    }

    @Test
    void equal_seeds_give_equal_answers_and_others_do_not() throws Exception {
        var first = content("\"max_tokens\":30,\"temperature\":1.5,\"seed\":1," + TinyModel.NEVER_ENDING);
        var again = content("\"max_tokens\":30,\"temperature\":1.5,\"seed\":1," + TinyModel.NEVER_ENDING);
        var other = content("\"max_tokens\":30,\"temperature\":1.5,\"seed\":2," + TinyModel.NEVER_ENDING);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void log_probabilities_come_with_the_likeliest_alternatives() throws Exception {
        var answer = runner.json(CHAT, chat("\"max_tokens\":3,\"logprobs\":true,\"top_logprobs\":4"));
        var tokens = answer.at("/choices/0/logprobs/content");

        assertThat(tokens).hasSize(3);
        for (var token : tokens) {
            assertThat(token.get("top_logprobs")).hasSize(4);
            assertThat(token.get("logprob").asDouble())
                    .isNegative()
                    .isEqualTo(token.at("/top_logprobs/0/logprob").asDouble());
            assertThat(token.get("bytes")).hasSize(1);
        }
    }

    @Test
    void text_parts_of_a_message_count_as_one_text() throws Exception {
        var parts = runner.json(CHAT, """
                {"model":"tiny","temperature":0,"max_tokens":6,"messages":[{"role":"user","content":
                [{"type":"text","text":"He"},{"type":"text","text":"llo"}]}]}""");

        assertThat(parts.at("/choices/0/message/content").asText()).isEqualTo(content("\"max_tokens\":6"));
    }

    @Test
    void a_text_completion_has_its_own_shape_and_length() throws Exception {
        var answer = runner.json(TEXT, """
                {"model":"tiny","prompt":"Hello","temperature":0,"logprobs":2,%s}""".formatted(TinyModel.NEVER_ENDING));

        assertThat(answer.get("object").asText()).isEqualTo("text_completion");
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(16);
        assertThat(answer.at("/choices/0/logprobs/tokens")).hasSize(16);
        assertThat(answer.at("/choices/0/logprobs/top_logprobs/0")).hasSize(2);
    }

    @Test
    void a_prompt_may_be_given_as_ids() throws Exception {
        var text = runner.json(TEXT, "{\"model\":\"tiny\",\"prompt\":\"Hi\",\"temperature\":0}");
        var ids = runner.json(TEXT, "{\"model\":\"tiny\",\"prompt\":[72,105],\"temperature\":0}");

        assertThat(ids.at("/choices/0/text")).isEqualTo(text.at("/choices/0/text"));
        assertThat(ids.at("/usage/prompt_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void a_shared_beginning_is_computed_once() throws Exception {
        var begin = "x".repeat(100);
        runner.json(TEXT, "{\"model\":\"tiny\",\"prompt\":\"%s\",\"max_tokens\":1}".formatted(begin + "a"));
        var next = runner.json(TEXT, "{\"model\":\"tiny\",\"prompt\":\"%s\"}".formatted(begin + "b"));

        assertThat(next.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(100);
    }

    private static String chat(String more) {
        return """
                {"model":"tiny","temperature":0,"messages":[{"role":"user","content":"Hello"}],%s}""".formatted(more);
    }

    private static String content(String more) throws Exception {
        // A later "temperature" would be a name given twice.
        var body = more.contains("temperature") ? chat(more).replace("\"temperature\":0,", "") : chat(more);
        return runner.json(CHAT, body).at("/choices/0/message/content").asText();
    }

    private static List<JsonNode> chunks(String body) throws Exception {
        var data = runner.stream(CHAT, body);
        assertThat(data.remove(data.size() - 1)).isEqualTo("[DONE]");
        var chunks = new ArrayList<JsonNode>();
        for (var item : data) {
            chunks.add(Runner.JSON.readTree(item));
        }
        return chunks;
    }

    private static String text(List<JsonNode> chunks) {
        var text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText()));
        return text.toString();
    }
}
