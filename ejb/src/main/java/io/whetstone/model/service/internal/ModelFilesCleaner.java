package io.whetstone.model.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.OutboxReceiver;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelService;
import io.whetstone.storage.service.FileTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Removes the files of a model after it was deleted. */
@ApplicationScoped
public class ModelFilesCleaner implements OutboxReceiver {
    @Inject
    ModelFolders folders;

    @Override
    public String topic() {
        return ModelService.DELETED;
    }

    @Override
    public void receive(JsonNode payload) {
        try {
            FileTree.delete(
                    folders.folder(UUID.fromString(payload.path("modelId").asText())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
