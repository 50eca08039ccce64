package io.whetstone.trainer.data;

import io.whetstone.formats.chat.Message;
import java.util.List;

/** One normalised dataset row: a conversation, of which answers are learnt, or a text, of which everything is. */
public sealed interface Row {
    /** A conversation. */
    record Chat(List<Message> messages) implements Row {
        public Chat {
            messages = List.copyOf(messages);
        }
    }

    /** A plain text. */
    record Text(String text) implements Row {}
}
