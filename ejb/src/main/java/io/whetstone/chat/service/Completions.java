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
import java.util.UUID;

/**
 * Asks models that the caller was allowed to use. It waits for a model to load, so no transaction is open meanwhile.
 */
@ApplicationScoped
public class Completions {
    @Inject
    Runners runners;

    @Inject
    Meter meter;

    /** Sends a request in OpenAI's form; whoever gets the answer closes it. */
    public Completion ask(ModelView model, ObjectNode request) {
        var key = meter.open();
        var lease = runners.lease(model);
        try {
            return key.isPresent() ? counted(key.get(), ask(lease, meter.asking(request))) : ask(lease, request);
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

    private Completion counted(UUID keyId, Completion answer) {
        var body = meter.counting(keyId, answer.contentType(), answer.body());
        return new Completion(answer.status(), answer.contentType(), body, answer.lease());
    }

    private static Completion ask(Lease lease, ObjectNode request) throws IOException, InterruptedException {
        var answer = lease.complete(request);
        var type = answer.headers().firstValue("Content-Type").orElse("application/json");
        return new Completion(answer.statusCode(), type, answer.body(), lease);
    }
}
