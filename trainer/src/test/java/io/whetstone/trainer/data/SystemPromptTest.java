package io.whetstone.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.formats.chat.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemPromptTest {
    @Test
    void it_is_the_one_that_every_row_begins_with() {
        assertThat(SystemPrompt.sharedBy(List.of(told("Be brief."), told("Be brief."))))
                .isEqualTo("Be brief.");
    }

    @Test
    void rows_with_others_or_none_share_none() {
        assertThat(SystemPrompt.sharedBy(List.of(told("Be brief."), told("Be kind."))))
                .isEmpty();
        assertThat(SystemPrompt.sharedBy(List.of(told("Be brief."), asked()))).isEmpty();
        assertThat(SystemPrompt.sharedBy(List.of(asked(), told("Be brief.")))).isEmpty();
        assertThat(SystemPrompt.sharedBy(List.of(told("Be brief."), new Row.Text("Be brief."))))
                .isEmpty();
    }

    private static Row told(String prompt) {
        return new Row.Chat(
                List.of(new Message("system", prompt), new Message("user", "Why?"), new Message("assistant", "So.")));
    }

    private static Row asked() {
        return new Row.Chat(List.of(new Message("user", "Why?"), new Message("assistant", "So.")));
    }
}
