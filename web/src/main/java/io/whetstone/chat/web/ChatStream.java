package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.chat.service.Completion;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.web.Problem;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the chunks of an OpenAI stream into the events of the app. When the client leaves, the model stops.
 *
 * @param opening an event to begin with
 */
record ChatStream(
        Completion completion, ObjectMapper json, @Nullable String opening, Recording recording)
        implements StreamingOutput {
    private static final String DATA = "data:";
    static final String DONE = "[DONE]";
    private static final String WAITING = ":";
    private static final byte[] SIGN_OF_LIFE = ": waiting\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int OK = 200;

    @Override
    public void write(OutputStream out) throws IOException {
        try (recording;
                completion) {
            if (opening != null) {
                send(out, opening);
            }
            if (completion.status() == OK) {
                follow(out);
            } else {
                var refusal = json.readTree(completion.body()).path("error").path("message");
                problem(out, ProblemType.UNPROCESSABLE, refusal.asText("The model refused the request"));
            }
            send(out, DONE);
        }
    }

    private void follow(OutputStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(completion.body(), StandardCharsets.UTF_8));
        for (var line = next(lines, out); !line.equals(DONE); line = next(lines, out)) {
            if (line.startsWith(DATA)) {
                var data = line.substring(DATA.length()).strip();
                if (data.equals(DONE)) {
                    recording.finished(null);
                    return;
                }
                chunk(out, json.readTree(data));
            } else if (line.startsWith(WAITING)) {
                // Only a write tells whether the client is still there.
                out.write(SIGN_OF_LIFE);
                out.flush();
            }
        }
    }

    /** The next line; a stream that breaks off is told as an event and then counts as done. */
    private String next(BufferedReader lines, OutputStream out) throws IOException {
        String line;
        try {
            line = lines.readLine();
        } catch (IOException crashed) {
            line = null;
        }
        if (line == null) {
            problem(out, ProblemType.UPSTREAM_FAILED, "The model's process ended in the middle of its answer");
            return DONE;
        }
        return line;
    }

    private void chunk(OutputStream out, JsonNode chunk) throws IOException {
        if (chunk.has("error")) {
            problem(
                    out,
                    ProblemType.UPSTREAM_FAILED,
                    chunk.path("error").path("message").asText());
            return;
        }
        var choice = chunk.path("choices").path(0);
        if (choice.path("finish_reason").isTextual()) {
            recording.finished(choice.path("finish_reason").asText());
        }
        var content = choice.path("delta").path("content").asText("");
        if (!content.isEmpty()) {
            recording.text(content);
            send(out, event("delta").put("content", content).toString());
        }
        var usage = chunk.path("usage");
        if (usage.isObject()) {
            var prompt = usage.path("prompt_tokens").asInt();
            var made = usage.path("completion_tokens").asInt();
            recording.tokens(prompt, made);
            send(out, usage(event("usage"), prompt, made));
        }
    }

    private void problem(OutputStream out, ProblemType type, String detail) throws IOException {
        recording.failed(detail);
        send(out, error(event("error"), type, detail, json));
    }

    private ObjectNode event(String type) {
        return json.createObjectNode().put("type", type);
    }

    static String error(ObjectNode event, ProblemType type, String detail, ObjectMapper json) {
        var problem = Problem.of(new ProblemException(type, detail));
        return event.<ObjectNode>set("problem", json.valueToTree(problem)).toString();
    }

    static String usage(ObjectNode event, int prompt, int completion) {
        return event.put("promptTokens", prompt)
                .put("completionTokens", completion)
                .put("totalTokens", prompt + completion)
                .toString();
    }

    static void send(OutputStream out, String data) throws IOException {
        out.write("data: %s\n\n".formatted(data).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
