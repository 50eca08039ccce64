package io.whetstone.model.service.internal;

import io.whetstone.model.entity.ModelFacts;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelRegistry;
import io.whetstone.model.service.ModelTool;
import io.whetstone.storage.service.FileTree;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Takes the adapter that a training job wrote over as a model of its own, and makes the file that serves it. */
@ApplicationScoped
public class AdapterImport implements TaskHandler {
    private static final int FLOAT_BYTES = 4;

    @Inject
    ModelRegistry models;

    @Inject
    ModelFolders folders;

    @Inject
    ModelTool tool;

    @Override
    public String kind() {
        return ModelRegistry.ADAPTER_TASK;
    }

    @Override
    public void run(TaskContext context) throws IOException, InterruptedException {
        var modelId = context.subjectId();
        if (!models.exists(modelId)) {
            return;
        }
        var model = models.get(modelId);
        var base = models.get(Objects.requireNonNull(model.baseModelId()));
        var peft = folders.peft(modelId);
        copy(Path.of(context.payload().path("path").asText()), peft);
        tool.exportAdapter(peft, folders.hf(base.id()), folders.adapterGguf(modelId));
        var facts = new ModelFacts(
                Objects.requireNonNullElse(base.architecture(), "unknown"),
                parameters(peft.resolve("adapter_model.safetensors")),
                base.contextLength(),
                FileTree.size(folders.folder(modelId)),
                base.licence());
        models.ready(modelId, facts);
    }

    @Override
    public void failed(TaskContext context, String reason) {
        models.fail(context.subjectId(), reason);
    }

    private static void copy(Path from, Path peft) throws IOException {
        FileTree.delete(peft);
        Files.createDirectories(peft);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                FileTree.take(file, peft.resolve(file.getFileName().toString()));
            }
        }
    }

    /** The header of a safetensors file holds the place of every tensor; adapters are stored in F32. */
    private static long parameters(Path weights) throws IOException {
        try (var channel = FileChannel.open(weights, StandardOpenOption.READ)) {
            var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(length, 0);
            return (channel.size() - Long.BYTES - length.getLong(0)) / FLOAT_BYTES;
        }
    }
}
