package io.whetstone.chat.web;

import io.whetstone.chat.service.Completion;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Json;
import io.whetstone.kernel.web.Problem;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes the bytes of an answer on as they come. When the client leaves, the model stops.
 *
 * <p>An upstream that breaks off is refused as long as nothing was sent. Later it is told in the answer, whole or
 * streamed: the server would end a body that breaks off as if all of it had come.
 */
record Passage(Completion completion) implements StreamingOutput {
    private static final int BUFFER = 8192;
    private static final int CRASHED = -2;

    @Override
    public void write(OutputStream out) throws IOException {
        try (completion) {
            var buffer = new byte[BUFFER];
            var sent = false;
            var count = read(buffer);
            while (count >= 0) {
                out.write(buffer, 0, count);
                out.flush();
                sent = true;
                count = read(buffer);
            }
            if (count == CRASHED) {
                tell(out, sent);
            }
        }
    }

    private int read(byte[] buffer) {
        try {
            return completion.body().read(buffer);
        } catch (IOException crashed) {
            return CRASHED;
        }
    }

    private void tell(OutputStream out, boolean sent) throws IOException {
        var failure = new ProblemException(
                ProblemType.UPSTREAM_FAILED,
                "The model's process ended in the middle of its answer; it is started again");
        var stream = completion.contentType().startsWith("text/event-stream");
        if (!stream && !sent) {
            throw failure;
        }
        var error = Json.mapper().writeValueAsString(OpenAiErrors.body(Problem.of(failure)));
        out.write((stream ? "data: " + error + "\n\n" : error).getBytes(StandardCharsets.UTF_8));
    }
}
