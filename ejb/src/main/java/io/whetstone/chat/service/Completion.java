package io.whetstone.chat.service;

import io.whetstone.deployment.service.Lease;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The answer of a model, to be read as it comes. Closing it early makes the model stop. */
public record Completion(int status, String contentType, InputStream body, Lease lease) implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Completion.class.getName());

    @Override
    public void close() {
        try (lease) {
            body.close();
        } catch (IOException broken) {
            // The runner is gone, or cancelled: there is nothing left to close.
            LOGGER.log(Level.DEBUG, "chat.body_not_closed", broken);
        }
    }
}
