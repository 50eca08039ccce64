package io.whetstone.model.service.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelRegistry;
import io.whetstone.model.service.ModelSource;
import io.whetstone.model.service.ModelTool;
import io.whetstone.model.service.ModelTool.Watcher;
import io.whetstone.storage.service.FileTree;
import io.whetstone.storage.service.TakenUpload;
import io.whetstone.storage.service.Uploads;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a base in: fetches its files, turns GGUF into the Hugging Face layout, has all of it checked. It begins anew
 * when it is interrupted; only what was downloaded is kept.
 */
@ApplicationScoped
public class ModelImport implements TaskHandler {
    private static final double FETCHED = 0.5;
    private static final double CHECKED = 0.98;

    @Inject
    ModelRegistry models;

    @Inject
    ModelFolders folders;

    @Inject
    ModelTool tool;

    @Inject
    HubDownload hub;

    @Inject
    Uploads uploads;

    @Inject
    ObjectMapper json;

    @Override
    public String kind() {
        return ModelRegistry.IMPORT_TASK;
    }

    @Override
    public void run(TaskContext context) throws IOException, InterruptedException {
        var modelId = context.subjectId();
        if (!models.exists(modelId)) {
            return;
        }
        var folder = folders.folder(modelId);
        var source = json.treeToValue(context.payload(), ModelSource.class);
        Files.createDirectories(folder);
        var files = fetch(source, context, folder.resolve("incoming"));
        convert(files, context, folders.hf(modelId));
        var facts = tool.inspect(folders.hf(modelId));
        models.ready(modelId, Inspection.facts(facts, FileTree.size(folders.hf(modelId))));
        FileTree.delete(folder.resolve("incoming"));
        if (source instanceof ModelSource.Upload upload) {
            upload.uploadIds().forEach(uploads::discard);
        }
    }

    /** Leaves nothing: what was downloaded is kept for the next attempt only. */
    @Override
    public void failed(TaskContext context, String reason) {
        models.fail(context.subjectId(), reason);
        try {
            FileTree.delete(folders.folder(context.subjectId()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files of the model, wherever they lie now. */
    private List<Path> fetch(ModelSource source, TaskContext context, Path incoming)
            throws IOException, InterruptedException {
        if (source instanceof ModelSource.Hub repository) {
            var names = hub.fetch(repository, incoming, watcher(context, 0, FETCHED, "downloading"));
            return names.stream().map(incoming::resolve).toList();
        }
        if (source instanceof ModelSource.Upload upload) {
            return uploaded(upload, context, incoming);
        }
        if (source instanceof ModelSource.Folder folder) {
            return found(Path.of(folder.path()));
        }
        return List.of(Path.of(((ModelSource.Starter) source).path()));
    }

    private List<Path> uploaded(ModelSource.Upload upload, TaskContext context, Path incoming) throws IOException {
        Files.createDirectories(incoming);
        var files = new ArrayList<Path>();
        for (var uploadId : upload.uploadIds()) {
            var taken = uploads.take(context.workspaceId(), uploadId);
            var target = incoming.resolve(name(taken));
            FileTree.take(taken.path(), target);
            files.add(target);
        }
        return files;
    }

    private static String name(TakenUpload taken) {
        var name = taken.fileName();
        if (ModelFiles.isPickle(name)) {
            throw ImportFailure.refused(
                    "%s is a pickle file, which can run code when it is read; bring safetensors or GGUF"
                            .formatted(name));
        }
        if (ModelFiles.isGguf(name)) {
            return "model.gguf";
        }
        if (!ModelFiles.isPart(name)) {
            throw ImportFailure.refused("%s is no file of a model".formatted(name));
        }
        return name;
    }

    private static List<Path> found(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(file -> {
                        var name = file.getFileName().toString();
                        return ModelFiles.isPart(name) || ModelFiles.isPickle(name);
                    })
                    .toList();
        }
    }

    private void convert(List<Path> files, TaskContext context, Path hf) throws IOException, InterruptedException {
        FileTree.delete(hf);
        if (files.size() == 1 && ModelFiles.isGguf(files.get(0).toString())) {
            tool.importGguf(files.get(0), hf, watcher(context, FETCHED, CHECKED, "converting"));
            return;
        }
        ModelFiles.requireModel(
                files.stream().map(file -> file.getFileName().toString()).toList());
        Files.createDirectories(hf);
        for (var file : files) {
            var name = file.getFileName().toString();
            if (ModelFiles.isPart(name)) {
                FileTree.take(file, hf.resolve(name));
            }
        }
    }

    private Watcher watcher(TaskContext context, double from, double to, String message) {
        var news = new ProgressNews(models, context.subjectId());
        return new Watcher(
                fraction -> {
                    var overall = from + (to - from) * fraction;
                    context.progress(overall, message);
                    news.report(overall);
                },
                context::cancelled);
    }
}
