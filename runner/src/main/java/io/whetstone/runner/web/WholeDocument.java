package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.runner.engine.Usage;
import java.io.Closeable;
import java.io.IOException;

/** A JSON answer on its way to its caller, who may go away or have to be told of a failure before it is there. */
sealed interface WholeDocument extends Closeable permits DelayedDocument, CountedDocument {
    /** Shows that it is worked on. */
    void working(Usage soFar) throws IOException;

    void send(JsonNode document, Usage used) throws IOException;

    /** Sends the refusal with its status or, too late for that, breaks the answer off. */
    void fail(ApiException failure) throws IOException;
}
