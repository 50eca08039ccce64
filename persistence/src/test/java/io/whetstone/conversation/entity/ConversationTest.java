package io.whetstone.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.conversation.entity.Message.Order;
import io.whetstone.kernel.ProblemException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final UUID ADA = UUID.randomUUID();

    final Conversation conversation = new Conversation(UUID.randomUUID(), "", ADA, NOON);

    @ParameterizedTest
    @CsvSource({
        "PENDING,   COMPLETE,  true",
        "PENDING,   CANCELLED, true",
        "PENDING,   FAILED,    true",
        "COMPLETE,  PENDING,   false",
        "CANCELLED, COMPLETE,  false",
        "FAILED,    COMPLETE,  false",
    })
    void transitions(MessageState from, MessageState to, boolean allowed) {
        assertThat(from.canBecome(to)).isEqualTo(allowed);
    }

    @Test
    void the_first_words_are_the_title_until_somebody_gives_one() {
        var first = conversation.say(null, "  What is\n a   whetstone?", ADA, NOON);
        assertThat(conversation.title()).isEqualTo("What is a whetstone?");

        conversation.rename("Stones");
        conversation.say(first, "And a grindstone?", ADA, NOON);
        assertThat(conversation.title()).isEqualTo("Stones");
    }

    @Test
    void a_long_title_is_cut_at_a_word_and_never_inside_a_character() {
        assertThat(Title.of("word ".repeat(40)))
                .isEqualTo("word ".repeat(11).strip() + " word…")
                .hasSizeLessThan(62);
        assertThat(Title.of("x".repeat(100))).isEqualTo("x".repeat(59) + "…");
        assertThat(Title.of("x".repeat(58) + "😀".repeat(20))).isEqualTo("x".repeat(58) + "…");
    }

    @Test
    void messages_stand_below_each_other_and_are_numbered_in_their_order() {
        var system = conversation.instruct(null, "Be brief.", ADA, NOON);
        var question = conversation.say(system, "Why?", ADA, NOON.plusSeconds(1));
        var answer = conversation.answer(question, ADA, NOON.plusSeconds(1));
        var other = conversation.answer(question, ADA, NOON.plusSeconds(2));

        assertThat(answer.parentId()).isEqualTo(question.id()).isEqualTo(other.parentId());
        assertThat(question.parentId()).isEqualTo(system.id());
        assertThat(other.number()).isEqualTo(4).isEqualTo(conversation.messageCount());
        assertThat(conversation.updatedAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void an_archived_conversation_is_not_gone_on_with() {
        conversation.archive(NOON);
        assertThatThrownBy(() -> conversation.say(null, "x", ADA, NOON)).isInstanceOf(ProblemException.class);

        conversation.restore();
        assertThat(conversation.say(null, "x", ADA, NOON).number()).isEqualTo(1);
    }

    @Test
    void a_conversation_has_an_end() {
        IntStream.range(0, Conversation.MOST_MESSAGES).forEach(any -> conversation.say(null, "x", ADA, NOON));

        assertThatThrownBy(() -> conversation.say(null, "x", ADA, NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2000");
    }

    @Test
    void an_answer_keeps_what_came_of_it_and_has_one_outcome() {
        var answer = conversation.answer(conversation.say(null, "Why?", ADA, NOON), ADA, NOON);
        answer.begin(new Order(UUID.randomUUID(), "tiny", null, null), UUID.randomUUID(), NOON.plusSeconds(30));
        assertThat(answer.isPending()).isTrue();
        assertThat(answer.finishedAt()).isNull();

        answer.cancel("Because", NOON.plusSeconds(3));

        assertThat(answer.content()).isEqualTo("Because");
        assertThat(answer.state()).isEqualTo(MessageState.CANCELLED);
        assertThatThrownBy(() -> answer.complete("Because of that", "stop", NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cancelled");
    }
}
