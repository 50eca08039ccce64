package io.whetstone.chat.web;

import io.whetstone.chat.service.Completion;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes the bytes of an answer on as they come. When the client leaves, the model stops. */
record Passage(Completion completion) implements StreamingOutput {
    private static final int BUFFER = 8192;

    private static final String CRASHED = "data: {\"error\":{\"message\":\"The model's process ended in the middle of"
            + " its answer; it is started again\",\"type\":\"server_error\",\"param\":null,"
            + "\"code\":\"upstream_failed\"}}\n\n";

    @Override
    public void write(OutputStream out) throws IOException {
        try (completion) {
            var buffer = new byte[BUFFER];
            for (var count = read(buffer, out); count >= 0; count = read(buffer, out)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        }
    }

    /** An upstream that breaks off is told in the stream, if the answer is one; else it is refused or breaks off. */
    private int read(byte[] buffer, OutputStream out) throws IOException {
        InputStream body = completion.body();
        try {
            return body.read(buffer);
        } catch (IOException crashed) {
            if (!completion.contentType().startsWith("text/event-stream")) {
                var problem = new ProblemException(
                        ProblemType.UPSTREAM_FAILED,
                        "The model's process ended in the middle of its answer; it is started again");
                problem.initCause(crashed);
                throw problem;
            }
            out.write(CRASHED.getBytes(StandardCharsets.UTF_8));
            return -1;
        }
    }
}
