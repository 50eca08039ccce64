package io.whetstone.conversation.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.conversation.entity.Conversation;
import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.Message.Order;
import io.whetstone.conversation.entity.MessageRole;
import io.whetstone.conversation.service.Turn.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromptTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final UUID ADA = UUID.randomUUID();

    final Conversation conversation = new Conversation(UUID.randomUUID(), "", ADA, NOON);
    final List<Message> branch = new ArrayList<>();

    @Test
    void questions_and_answers_take_turns_after_the_newest_system_prompt() {
        told("Be brief.");
        said("Why?");
        answered("Because.");
        told("Be long.");
        said("Why not?");

        assertThat(Prompt.of(branch))
                .containsExactly(
                        new Said(MessageRole.SYSTEM, "Be long."),
                        new Said(MessageRole.USER, "Why?"),
                        new Said(MessageRole.ASSISTANT, "Because."),
                        new Said(MessageRole.USER, "Why not?"));
    }

    @Test
    void an_answer_of_which_nothing_came_is_left_out_and_both_questions_are_one() {
        said("Why?");
        answered("");
        said("Please?");

        assertThat(Prompt.of(branch)).containsExactly(new Said(MessageRole.USER, "Why?\n\nPlease?"));
    }

    @Test
    void an_empty_system_prompt_takes_back_the_one_before() {
        told("Be brief.");
        said("Why?");
        answered("Because.");
        told("");
        said("And?");

        assertThat(Prompt.system(branch)).isEmpty();
        assertThat(Prompt.of(branch)).extracting(Said::role).doesNotContain(MessageRole.SYSTEM);
    }

    private void told(String text) {
        branch.add(conversation.instruct(null, text, ADA, NOON));
    }

    private void said(String text) {
        branch.add(conversation.say(null, text, ADA, NOON));
    }

    private void answered(String text) {
        var answer = conversation.answer(branch.get(branch.size() - 1), ADA, NOON);
        answer.begin(new Order(UUID.randomUUID(), "tiny", null, null), UUID.randomUUID(), NOON);
        answer.cancel(text, NOON);
        branch.add(answer);
    }
}
