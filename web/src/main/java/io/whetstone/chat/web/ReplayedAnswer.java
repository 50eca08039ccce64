package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.conversation.entity.MessageState;
import io.whetstone.conversation.service.MessageView;
import io.whetstone.kernel.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** An answer that was given before, as the same events in fewer pieces. */
record ReplayedAnswer(MessageView answer, String opening, ObjectMapper json) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        ChatStream.send(out, opening);
        if (!answer.content().isEmpty()) {
            ChatStream.send(out, event("delta").put("content", answer.content()).toString());
        }
        var prompt = answer.promptTokens();
        var completion = answer.completionTokens();
        if (prompt != null && completion != null) {
            ChatStream.send(out, ChatStream.usage(event("usage"), prompt, completion));
        }
        if (answer.state() == MessageState.FAILED) {
            var failure = answer.failure() == null ? "" : answer.failure();
            ChatStream.send(out, ChatStream.error(event("error"), ProblemType.UPSTREAM_FAILED, failure, json));
        }
        ChatStream.send(out, ChatStream.DONE);
    }

    private ObjectNode event(String type) {
        return json.createObjectNode().put("type", type);
    }
}
