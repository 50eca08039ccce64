package io.whetstone.model.service.internal;

import io.whetstone.kernel.service.Rounds;
import io.whetstone.model.service.ModelConfig;
import io.whetstone.model.service.ModelRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Gives everybody the starter model. Its file may still be on its way when the server starts, so it is looked for until
 * it is there. The key of the model is unique in the database: of many nodes and many starts one imports it.
 */
@Singleton
@Startup
public class StarterImport {
    private static final Logger LOGGER = System.getLogger(StarterImport.class.getName());
    private static final String KEY = "starter";
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Rounds rounds;

    @Inject
    ModelConfig config;

    @Inject
    ModelRegistry models;

    @PostConstruct
    void start() {
        config.starterFile()
                .ifPresent(file -> rounds.every(FIRST, PAUSE, "model.starter_unavailable", () -> look(file)));
    }

    private void look(Path file) {
        if (!Files.isReadable(file)) {
            return;
        }
        models.registerStarter(displayName(file.getFileName().toString()), KEY, file.toString())
                .ifPresent(id -> LOGGER.log(Level.INFO, "model.starter_announced id={0}", id));
        if (models.hasStarter(KEY)) {
            rounds.end();
        }
    }

    /** {@code SmolLM2-135M-Instruct.Q4_1.gguf} is called {@code SmolLM2-135M-Instruct}. */
    static String displayName(String fileName) {
        return fileName.replaceAll("(?i)\\.gguf$", "").replaceAll("(?i)[._-](i?q\\d\\w*|b?f16|f32)$", "");
    }
}
