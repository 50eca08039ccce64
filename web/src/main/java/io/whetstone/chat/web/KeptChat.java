package io.whetstone.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.chat.service.Completion;
import io.whetstone.chat.service.Completions;
import io.whetstone.chat.web.ChatResource.ChatRequest;
import io.whetstone.chat.web.ChatResource.Message;
import io.whetstone.conversation.service.AnswerDesk;
import io.whetstone.conversation.service.Turn;
import io.whetstone.conversation.service.TurnService;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chats in a conversation: the server keeps both what is said and what is answered. */
@ApplicationScoped
public class KeptChat {
    @Inject
    TurnService turns;

    @Inject
    AnswerDesk desk;

    @Inject
    Completions completions;

    @Inject
    ChatBody body;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Opens the turn, asks, and streams what comes; the same request again is told what came the first time. */
    StreamingOutput answer(UUID workspaceId, ModelView model, ChatRequest request, @Nullable String key) {
        var turn = turns.begin(workspaceId, KeptRequest.command(request, model, key, json));
        var opening = opening(turn);
        if (turn.made()) {
            return new ReplayedAnswer(turn.answer(), opening, json);
        }
        var recording = new AnswerRecording(desk, turn.answer().id(), clock);
        return new ChatStream(ask(model, request, turn, recording), json, opening, recording);
    }

    private Completion ask(ModelView model, ChatRequest request, Turn turn, AnswerRecording recording) {
        var messages = turn.prompt().stream()
                .map(said -> new Message(EnumText.of(said.role()), said.content()))
                .toList();
        var asked = false;
        try {
            var completion = completions.ask(model, body.of(model.name(), messages, request.generationSettings()));
            asked = true;
            return completion;
        } catch (ProblemException refused) {
            recording.failed(refused.getMessage() == null ? "" : refused.getMessage());
            throw refused;
        } finally {
            if (!asked) {
                recording.close();
            }
        }
    }

    /** The ids under which the question and the answer can be read again. */
    private String opening(Turn turn) {
        try {
            return json.writeValueAsString(json.createObjectNode()
                    .put("type", "turn")
                    .put("conversationId", turn.conversationId().toString())
                    .put("questionId", turn.questionId().toString())
                    .put("answerId", turn.answer().id().toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
