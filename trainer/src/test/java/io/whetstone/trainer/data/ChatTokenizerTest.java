package io.whetstone.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.formats.chat.Message;
import io.whetstone.trainer.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTokenizerTest {
    @TempDir
    Path folder;

    @Test
    void answers_are_learnt_with_their_end_and_nothing_else_is() throws IOException {
        Example example = encode(List.of(
                new Message("user", "one 🙂"),
                new Message("assistant", "two"),
                new Message("user", "3"),
                new Message("assistant", "fünf 🙃!")));

        assertThat(text(example, true)).isEqualTo("two>\nfünf 🙃!>\n");
        assertThat(text(example, false)).isEqualTo("<user\none 🙂>\n<assistant\n<user\n3>\n<assistant\n");
    }

    @Test
    void a_text_is_learnt_whole_and_ends() throws IOException {
        try (ChatTokenizer tokenizer = ChatTokenizer.open(TinyModel.write(folder.resolve("hf")))) {
            Example example = tokenizer.encode(new Row.Text("abc"));

            assertThat(text(example, true)).isEqualTo("abc>");
            assertThat(example.targets()).isEqualTo(3);
        }
    }

    @Test
    void long_rows_are_not_cut_behind_our_back() throws IOException {
        try (ChatTokenizer tokenizer = ChatTokenizer.open(TinyModel.write(folder.resolve("hf")))) {
            assertThat(tokenizer.encode(new Row.Text("x".repeat(3000))).length())
                    .isEqualTo(3001);
        }
    }

    private Example encode(List<Message> messages) throws IOException {
        try (ChatTokenizer tokenizer = ChatTokenizer.open(TinyModel.write(folder.resolve("hf")))) {
            return tokenizer.encode(new Row.Chat(messages));
        }
    }

    /** Every id is a byte; the two marks are shown as angle brackets. */
    private static String text(Example example, boolean learnt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < example.length(); i++) {
            if (example.learnt()[i] == learnt) {
                int id = example.ids()[i];
                out.write(id == TinyModel.START ? '<' : id == TinyModel.END ? '>' : id);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
