package io.whetstone.trainer.data;

import io.whetstone.formats.chat.Message;
import java.util.List;

/** The system prompt of a dataset: a model that learnt from it answers best under the same. */
public final class SystemPrompt {
    private SystemPrompt() {}

    /** What every row begins with; empty where one row has another or none. */
    public static String sharedBy(List<Row> rows) {
        String shared = of(rows.get(0));
        return rows.stream().allMatch(row -> of(row).equals(shared)) ? shared : "";
    }

    private static String of(Row row) {
        if (row instanceof Row.Chat chat) {
            Message first = chat.messages().get(0);
            return first.role().equals("system") ? first.content() : "";
        }
        return "";
    }
}
