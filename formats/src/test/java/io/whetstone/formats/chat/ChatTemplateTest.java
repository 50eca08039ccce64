package io.whetstone.formats.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTemplateTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String CHATML = """
            {% for message in messages %}\
            {{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}\
            {% endfor %}\
            {% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}""";

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = ChatTemplateTest.class.getResourceAsStream("/chat-cases.json")) {
            JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
            return StreamSupport.stream(root.spliterator(), false)
                    .map(t -> Arguments.of(t.path("name").asText(), t));
        }
    }

    /** The expected texts were made by Jinja2 3.1 with the options of the transformers library. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void templates_render_as_jinja2_renders_them(String name, JsonNode given) {
        ChatTemplate template = ChatTemplate.of(
                given.path("template").asText(),
                given.path("bos").asText(),
                given.path("eos").asText(),
                NOON);

        for (JsonNode one : given.path("cases")) {
            List<Message> messages = messages(one.path("messages"));
            boolean prompt = one.path("addGenerationPrompt").asBoolean();
            if (one.has("text")) {
                assertThat(template.render(messages, prompt))
                        .isEqualTo(one.path("text").asText());
            } else {
                assertThatThrownBy(() -> template.render(messages, prompt))
                        .isInstanceOf(ChatTemplateException.class)
                        .hasMessage(one.path("error").asText());
            }
        }
    }

    @Test
    void completions_are_the_answers_with_their_ends() {
        var chat = List.of(
                new Message("user", "Hi"),
                new Message("assistant", "Hello!"),
                new Message("user", "{{ 7 * 7 }}"),
                new Message("assistant", "49?"));

        RenderedChat rendered = ChatTemplate.of(CHATML, "", "").renderWithCompletions(chat);

        assertThat(rendered.text()).contains("{{ 7 * 7 }}");
        assertThat(rendered.completions())
                .extracting(s -> rendered.text().substring(s.start(), s.end()))
                .containsExactly("Hello!<|im_end|>\n", "49?<|im_end|>\n");
    }

    @Test
    void a_template_that_rewrites_earlier_turns_cannot_mark_completions() {
        ChatTemplate template = ChatTemplate.of("{{ messages | length }}{{ messages[-1].content }}", "", "");
        var chat = List.of(new Message("user", "Hi"), new Message("assistant", "Hello!"));

        assertThatThrownBy(() -> template.renderWithCompletions(chat))
                .isInstanceOf(ChatTemplateException.class)
                .hasMessageContaining("turn 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ messages.getClass() }}",
                "{{ 'a'.getClass().forName('java.lang.Runtime') }}",
                "{{ messages[0].content.getBytes() }}",
                "{{ ''.repeat(1000) }}",
                "{{ ____int3rpr3t3r____.getContext() }}",
                "{{ strftime_now.clock() }}",
                "{% include '/etc/passwd' %}",
                "{% import '/etc/passwd' as x %}{{ x }}",
                "{{ '{{ 1 }}' | render }}",
                "{% for i in range(100000) %}{% for j in range(100000) %}aaaaaaaaaaaaaaaa{% endfor %}{% endfor %}",
            })
    void a_template_reaches_nothing_but_the_conversation(String source) {
        var chat = List.of(new Message("user", "Hi"));

        try {
            assertThat(ChatTemplate.of(source, "", "").render(chat, true))
                    .doesNotContain("java", "hubspot", "root:", "@", "aaaa");
        } catch (ChatTemplateException refused) {
            assertThat(refused).hasMessageContaining("cannot be rendered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% if x %}", "{{ 'open", "{{ a b }}", "{% nonsense %}", "{# "})
    void a_broken_template_is_an_error(String source) {
        assertThatThrownBy(() -> ChatTemplate.of(source, "", "").render(List.of(), true))
                .isInstanceOf(ChatTemplateException.class);
    }

    @Test
    void rendering_is_fast_enough_for_datasets() {
        ChatTemplate template = ChatTemplate.of(CHATML, "", "");
        var chat = List.of(new Message("user", "Hi"), new Message("assistant", "Hello!"));
        for (int i = 0; i < 2_000; i++) {
            template.render(chat, true);
        }

        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        for (int i = 0; i < 2_000; i++) {
            template.render(chat, true);
        }

        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    static List<Message> messages(JsonNode list) {
        List<Message> messages = new ArrayList<>();
        list.forEach(m -> messages.add(
                new Message(m.path("role").asText(), m.path("content").asText())));
        return messages;
    }
}
