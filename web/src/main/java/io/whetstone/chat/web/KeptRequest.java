package io.whetstone.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.chat.web.ChatResource.ChatRequest;
import io.whetstone.chat.web.ChatResource.Message;
import io.whetstone.conversation.service.BeginTurn;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.Sha256;
import io.whetstone.kernel.web.IdempotencyKey;
import io.whetstone.model.service.ModelView;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a request in a conversation: the server knows what was said before, so only what is new may stand in it. */
final class KeptRequest {
    private KeptRequest() {}

    static BeginTurn command(ChatRequest request, ModelView model, @Nullable String key, ObjectMapper json) {
        if (key != null) {
            IdempotencyKey.require(key);
        }
        var messages = request.messages() == null ? List.<Message>of() : request.messages();
        var system = messages.isEmpty() || !messages.get(0).role().equals("system")
                ? null
                : messages.get(0).content();
        var rest = system == null ? messages : messages.subList(1, messages.size());
        if (rest.size() > 1 || (rest.size() == 1 && !rest.get(0).role().equals("user"))) {
            throw ProblemException.invalid(
                    "/messages", "must be one message of the user, after a system prompt if there is a new one");
        }
        return new BeginTurn(
                Objects.requireNonNull(request.conversationId()),
                model.id(),
                model.displayName(),
                system,
                rest.isEmpty() ? null : said(rest.get(0)),
                request.parentId(),
                request.replaces(),
                key,
                fingerprint(request, json));
    }

    private static String said(Message message) {
        if (message.content().isBlank()) {
            throw ProblemException.invalid("/messages", "must say something");
        }
        return message.content();
    }

    private static String fingerprint(ChatRequest request, ObjectMapper json) {
        try {
            return HexFormat.of().formatHex(Sha256.of(json.writeValueAsBytes(request)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
