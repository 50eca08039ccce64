package io.whetstone.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.chat.service.internal.Meter;
import io.whetstone.deployment.service.Lease;
import io.whetstone.deployment.service.Runners;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * Asks models that the caller was allowed to use. It waits for a model to load, so no transaction is open meanwhile.
 */
@ApplicationScoped
public class Completions {
    private static final String JSON = "application/json";

    @Inject
    Runners runners;

    @Inject
    Meter meter;

    /** Sends a request in OpenAI's form; whoever gets the answer closes it. */
    public Completion ask(ModelView model, ObjectNode request) {
        meter.requireLeft();
        var lease = runners.lease(model);
        try {
            return ask(lease, request);
        } catch (IOException crashed) {
            lease.close();
            var problem = new ProblemException(
                    ProblemType.UPSTREAM_FAILED, "The model's process ended before it answered; it is started again");
            problem.initCause(crashed);
            throw problem;
        } catch (InterruptedException interrupted) {
            lease.close();
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The server is stopping");
        }
    }

    private Completion ask(Lease lease, ObjectNode request) throws IOException, InterruptedException {
        var use = meter.begin();
        HttpResponse<InputStream> answer;
        try {
            answer = lease.complete(request);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            use.close();
            throw failure;
        }
        var type = answer.headers().firstValue("Content-Type").orElse(JSON);
        if (!type.startsWith("text/event-stream")) {
            use.close();
            return new Completion(answer.statusCode(), type, answer.body(), lease);
        }
        var stream = request.path("stream").asBoolean();
        var body = meter.counting(use, stream, answer.body());
        return new Completion(answer.statusCode(), stream ? type : JSON, body, lease);
    }
}
