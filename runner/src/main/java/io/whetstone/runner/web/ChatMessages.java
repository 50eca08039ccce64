package io.whetstone.runner.web;

import io.whetstone.formats.chat.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the messages of a conversation as a chat template takes them. */
final class ChatMessages {
    private static final Set<String> FIELDS = Set.of("role", "content", "name", "refusal");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

    private ChatMessages() {}

    static List<Message> read(Fields fields) {
        return fields.objects("messages").stream().map(ChatMessages::message).toList();
    }

    private static Message message(Fields message) {
        message.without(Set.of("tool_calls", "function_call", "audio")).only(FIELDS);
        var role = message.requireText("role");
        if (!ROLES.contains(role)) {
            throw message.wrongValue("role", "one of system, developer, user, assistant");
        }
        // "developer" is the newer name of "system"; templates know only that.
        return new Message(role.equals("developer") ? "system" : role, content(message));
    }

    private static String content(Fields message) {
        var content = message.require("content");
        if (content.isTextual()) {
            return content.textValue();
        }
        if (!content.isArray()) {
            throw message.wrongType("content", "a string or an array of text parts");
        }
        return message.objects("content").stream().map(ChatMessages::text).collect(Collectors.joining());
    }

    private static String text(Fields part) {
        if (!part.requireText("type").equals("text")) {
            throw part.wrongValue("type", "'text', the only kind of content that this model takes");
        }
        return part.only(Set.of("type", "text")).requireText("text");
    }
}
