package io.whetstone.deployment.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.deployment.service.internal.RunnerClient;
import io.whetstone.deployment.service.internal.RunnerProcess;
import io.whetstone.deployment.service.internal.ServedBase;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/** The right to use a served model for a while: its process is not stopped as idle before the lease is closed. */
public final class Lease implements AutoCloseable {
    private final ServedBase base;
    private final RunnerProcess process;
    private final RunnerClient client;
    private final String servedName;
    private boolean closed;

    Lease(ServedBase base, RunnerProcess process, RunnerClient client, String servedName) {
        this.base = base;
        this.process = process;
        this.client = client;
        this.servedName = servedName;
    }

    /**
     * Sends an OpenAI request for a completion to the model. The answer is a stream of events, with comments about what
     * was used so far; a whole answer is its only event. Closing the body before its end cancels the work.
     */
    public HttpResponse<InputStream> complete(ObjectNode request) throws IOException, InterruptedException {
        return client.complete(process, request.deepCopy().put("model", servedName));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            base.leave();
        }
    }
}
