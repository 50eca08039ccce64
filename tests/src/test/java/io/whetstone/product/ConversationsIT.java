package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Conversations that the server keeps, on the starter model. */
class ConversationsIT {
    static final String HELLO = "Say hello to the people of the valley.";

    final Product product = Product.shared();
    final Client admin = product.admin();
    final String model = new Jobs(product).starterModel().path("id").asText();

    @Test
    void both_sides_of_a_turn_are_kept_and_the_first_words_are_the_title() {
        var talk = Talk.begin(admin, model);
        var told = talk.say(HELLO, Map.of());

        var messages = talk.messages();
        assertThat(messages).extracting(it -> it.path("role").asText()).containsExactly("user", "assistant");
        var answer = messages.get(1);
        assertThat(answer.path("content").asText()).isEqualTo(Talk.text(told)).isNotBlank();
        assertThat(answer.path("state").asText()).isEqualTo("complete");
        assertThat(answer.path("finishReason").asText()).isIn("stop", "length");
        assertThat(answer.path("completionTokens").asInt()).isBetween(1, 24);
        assertThat(answer.path("parentId").asText())
                .isEqualTo(messages.get(0).path("id").asText());
        assertThat(answer.path("id").asText()).isEqualTo(Talk.answerId(told));
        assertThat(admin.get(talk.path()).text("title")).isEqualTo(HELLO);
        assertThat(listed(admin, "valley")).contains(talk.id);
        assertThat(listed(admin, "no such words " + UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_server_knows_what_was_said_before() {
        var talk = Talk.begin(admin, model);
        talk.say("My name is Wilhelmina.", Map.of());
        var withPrompt = Talk.events(talk.say("And?", Map.of()));
        var alone = Talk.begin(admin, model);
        var without = Talk.events(alone.say("And?", Map.of()));

        assertThat(promptTokens(withPrompt)).isGreaterThan(promptTokens(without) + 8);
    }

    @Test
    void other_answers_and_edited_questions_are_branches() {
        var talk = Talk.begin(admin, model);
        var first = Talk.answerId(talk.say(HELLO, Map.of()));
        var second = Talk.answerId(talk.again(first));
        var question = talk.messages().get(0).path("id").asText();
        var edited = Talk.answerId(talk.say("Say goodbye.", Map.of("replaces", question)));

        assertThat(talk.messages()).hasSize(5);
        assertThat(talk.branch(second)).extracting(it -> it.path("id").asText()).containsExactly(question, second);
        assertThat(talk.branch(edited).get(0).path("content").asText()).isEqualTo("Say goodbye.");
        assertThat(talk.branch(first).get(1).path("content").asText())
                .as("temperature 0 says the same again")
                .isEqualTo(talk.branch(second).get(1).path("content").asText());
    }

    @Test
    void a_client_that_leaves_in_the_middle_leaves_a_cancelled_answer_with_what_had_come() throws Exception {
        var talk = Talk.begin(admin, model);
        var logged = Product.shared().serverLog().size();
        talk.sayAndLeave(RunnerIT.LONG, 12);

        var answer = settled(talk).get(1);
        assertThat(answer.path("state").asText()).isEqualTo("cancelled");
        assertThat(answer.path("content").asText()).isNotBlank();
        assertThat(answer.path("finishedAt").asText()).isNotBlank();

        var after = talk.say("Go on.", Map.of()).expect(200);
        assertThat(talk.branch(Talk.answerId(after))).hasSize(4);
        assertThat(Product.shared().failuresSince(logged))
                .as("that somebody leaves is no failure")
                .isEmpty();
    }

    @Test
    void two_who_write_at_once_both_find_their_words() {
        var talk = Talk.begin(admin, model);
        var first = Talk.answerId(talk.say(HELLO, Map.of()));
        var one = CompletableFuture.supplyAsync(() -> talk.say("One?", Map.of("parentId", first)));
        var other = CompletableFuture.supplyAsync(() -> talk.say("Other?", Map.of("parentId", first)));

        var oneId = Talk.answerId(one.join());
        var otherId = Talk.answerId(other.join());

        assertThat(talk.branch(oneId).get(2).path("content").asText()).isEqualTo("One?");
        assertThat(talk.branch(otherId).get(2).path("content").asText()).isEqualTo("Other?");
        assertThat(talk.messages())
                .hasSize(6)
                .allMatch(it -> it.path("state").asText().equals("complete"));
    }

    @Test
    void a_repeated_request_says_nothing_twice() {
        var talk = Talk.begin(admin, model);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = talk.say(HELLO, Map.of(), key);
        var again = talk.say(HELLO, Map.of(), key);

        assertThat(Talk.answerId(again)).isEqualTo(Talk.answerId(first));
        assertThat(Talk.text(again)).isEqualTo(Talk.text(first));
        assertThat(talk.messages()).hasSize(2);
        assertThat(talk.say("Something else.", Map.of(), key).status()).isEqualTo(422);
    }

    @Test
    void what_makes_no_turn_is_refused_and_leaves_nothing() {
        var talk = Talk.begin(admin, model);
        var answer = Talk.answerId(talk.say(HELLO, Map.of()));
        var question = talk.messages().get(0).path("id").asText();
        var elsewhere = Talk.begin(admin, model);
        var stranger = Talk.answerId(elsewhere.say(HELLO, Map.of()));

        assertThat(talk.say("", Map.of()).status()).isEqualTo(400);
        assertThat(talk.say(" ", Map.of()).status()).isEqualTo(400);
        assertThat(talk.say("x", Map.of("parentId", question)).status()).isEqualTo(400);
        assertThat(talk.say("x", Map.of("parentId", stranger)).status()).isEqualTo(400);
        assertThat(talk.say("x", Map.of("replaces", answer)).status()).isEqualTo(400);
        assertThat(talk.say("x", Map.of("messages", List.of(Map.of("role", "assistant", "content", "I said so"))))
                        .status())
                .isEqualTo(400);
        assertThat(talk.messages()).hasSize(2);

        admin.post(talk.path() + "/archive", "").expect(200);
        assertThat(talk.say("x", Map.of()).status()).isEqualTo(409);
        admin.post(talk.path() + "/restore", "").expect(200);
        assertThat(talk.say("x", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_system_prompt_is_told_the_model_and_kept_once() {
        var talk = Talk.begin(admin, model);
        var told = List.of(
                Map.of("role", "system", "content", "Answer in one word."), Map.of("role", "user", "content", "Why?"));
        talk.say("", Map.of("messages", told)).expect(200);
        talk.say("", Map.of("messages", told)).expect(200);

        assertThat(talk.messages())
                .extracting(it -> it.path("role").asText())
                .containsExactly("system", "user", "assistant", "user", "assistant");
    }

    @Test
    void a_colleague_reads_nothing_until_it_is_shared_and_goes_on_only_by_a_share_to_edit() {
        var ada = product.person("ada");
        var talk = Talk.begin(ada, model);
        var mine = talk.as(admin);
        var address = admin.get("/api/me").text("email");

        assertThat(mine.say("x", Map.of()).status()).isEqualTo(404);
        assertThat(admin.get(talk.path() + "/messages").status()).isEqualTo(404);

        var share = Map.of("resourceType", "conversation", "resourceId", talk.id, "email", address, "level", "comment");
        var made = ada.post("/api/shares", share).expect(201);
        assertThat(mine.messages()).isEmpty();
        assertThat(mine.say("x", Map.of()).status()).isEqualTo(404);

        ada.patch("/api/shares/" + made.text("id"), Map.of("level", "edit"), "\"" + made.text("version") + "\"")
                .expect(200);
        mine.say(HELLO, Map.of()).expect(200);
        var seen = talk.messages();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).path("author").asText())
                .isEqualTo(admin.get("/api/me").text("displayName"));
        assertThat(admin.delete(talk.path()).status()).isEqualTo(404);
        assertThat(admin.post(talk.path() + "/archive", "").status()).isEqualTo(404);
        ada.delete(talk.path()).expect(204);
        assertThat(admin.get(talk.path()).status()).isEqualTo(404);
    }

    private static int promptTokens(List<JsonNode> events) {
        return events.stream()
                .mapToInt(event -> event.path("promptTokens").asInt())
                .max()
                .orElseThrow();
    }

    private static List<String> listed(Client client, String search) {
        var found = client.get(Talk.CONVERSATIONS + "?search=" + search.replace(" ", "%20"))
                .expect(200);
        return Talk.items(found).stream().map(it -> it.path("id").asText()).toList();
    }

    private static List<JsonNode> settled(Talk talk) {
        return Waiting.until(
                Duration.ofSeconds(20),
                talk::messages,
                messages -> messages.stream()
                        .noneMatch(it -> it.path("state").asText().equals("pending")));
    }
}
