package io.whetstone.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void a_character_waits_for_its_last_byte() {
        var text = new AnswerText(List.of());
        var euro = "€".getBytes(StandardCharsets.UTF_8);

        assertThat(text.add(new byte[] {euro[0]}, null)).isNull();
        assertThat(text.add(new byte[] {euro[1]}, null)).isNull();
        assertThat(told(text.add(new byte[] {euro[2], 'x'}, null))).isEqualTo("€x");
    }

    @Test
    void a_broken_character_is_replaced_at_the_end() {
        var text = new AnswerText(List.of());

        assertThat(text.add(new byte[] {(byte) 0xC3}, null)).isNull();
        assertThat(told(text.end())).isEqualTo("\uFFFD");
    }

    @Test
    void the_beginning_of_a_stop_string_is_held_back_until_it_is_none() {
        var text = new AnswerText(List.of("STOP"));

        assertThat(told(text.add(bytes("one ST"), null))).isEqualTo("one ");
        assertThat(told(text.add(bytes("ART ST"), null))).isEqualTo("START ");
        assertThat(text.add(bytes("OP and more"), null)).isNull();
        assertThat(text.stopped()).isTrue();
    }

    @Test
    void the_first_of_several_stop_strings_wins() {
        var text = new AnswerText(List.of("cd", "b"));

        assertThat(told(text.add(bytes("abcd"), null))).isEqualTo("a");
    }

    @Test
    void held_text_is_told_at_the_end() {
        var text = new AnswerText(List.of("STOP"));

        assertThat(text.add(bytes("ST"), null)).isNull();
        assertThat(told(text.end())).isEqualTo("ST");
    }

    @Test
    void a_score_leaves_with_the_text_of_its_token() {
        var text = new AnswerText(List.of("xy"));
        var held = new TokenScore(1, bytes("x"), -1, List.of());
        var free = new TokenScore(2, bytes("z"), -2, List.of());

        assertThat(text.add(held.bytes(), held)).isNull();
        assertThat(text.add(free.bytes(), free)).isEqualTo(new GenerationEvent.Text("xz", List.of(held, free)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String told(GenerationEvent.@Nullable Text event) {
        return event == null ? "" : event.text();
    }
}
