package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.chat.web.ChatResource.GenerationSettings;
import io.whetstone.chat.web.ChatResource.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a turn into the form in which models are asked. */
@ApplicationScoped
public class ChatBody {
    @Inject
    ObjectMapper json;

    ObjectNode of(String model, List<Message> messages, @Nullable GenerationSettings settings) {
        var body = json.createObjectNode().put("model", model).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        body.set("messages", json.valueToTree(messages));
        if (settings != null) {
            put(body, "temperature", settings.temperature());
            put(body, "top_p", settings.topP());
            put(body, "max_tokens", settings.maxOutputTokens());
        }
        return body;
    }

    private void put(ObjectNode body, String name, @Nullable Number value) {
        if (value != null) {
            body.set(name, json.valueToTree(value));
        }
    }
}
