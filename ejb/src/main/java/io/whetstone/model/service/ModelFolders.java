package io.whetstone.model.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Where the files of a model lie. */
@ApplicationScoped
public class ModelFolders {
    @Inject
    ModelConfig config;

    @Inject
    ModelRegistry models;

    public Path folder(UUID modelId) {
        return config.home().resolve("models").resolve(modelId.toString());
    }

    /** The folder of a base in the Hugging Face layout. */
    public Path hf(UUID modelId) {
        return folder(modelId).resolve("hf");
    }

    /** The file that serves a base. It is made when it is first needed. */
    public Path baseGguf(UUID modelId) {
        return folder(modelId).resolve("base-q8_0.gguf");
    }

    /** The folder of an adapter in the PEFT layout. */
    public Path peft(UUID modelId) {
        return folder(modelId).resolve("peft");
    }

    public Path adapterGguf(UUID modelId) {
        return folder(modelId).resolve("adapter.gguf");
    }

    /** The folder whose tokenizer counts where no model was chosen: that of the newest base that everyone sees. */
    public Optional<Path> defaultTokenizer() {
        return models.newestShared().map(this::hf);
    }
}
