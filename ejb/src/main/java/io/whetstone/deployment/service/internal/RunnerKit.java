package io.whetstone.deployment.service.internal;

import io.whetstone.deployment.service.DeploymentConfig;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelTool;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What it takes to start a runner: the file that it serves, and the process. */
@ApplicationScoped
public class RunnerKit {
    private static final String TYPE = "q8_0";

    @Inject
    DeploymentConfig config;

    @Inject
    ModelFolders folders;

    @Inject
    ModelTool tool;

    @Inject
    RunnerClient client;

    RunnerClient client() {
        return client;
    }

    RunnerProcess start(ModelView base) throws IOException, InterruptedException {
        return RunnerProcess.start(config, file(base), base.name());
    }

    long millis() {
        return System.nanoTime() / 1_000_000;
    }

    /** The base in the form that is served. It is written once, and appears only when it is complete. */
    private Path file(ModelView base) throws IOException, InterruptedException {
        var file = folders.baseGguf(base.id());
        if (!Files.exists(file)) {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            tool.exportGguf(folders.hf(base.id()), part, TYPE, ModelTool.Watcher.NONE);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
