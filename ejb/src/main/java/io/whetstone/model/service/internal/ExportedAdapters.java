package io.whetstone.model.service.internal;

import io.whetstone.model.entity.ModelRepository;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.workspace.service.ExportedFile;
import io.whetstone.workspace.service.ExportedFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Adds the files of adapters to the export of their workspace. Bases are left out: they come from elsewhere. */
@ApplicationScoped
public class ExportedAdapters implements ExportedFiles {
    @Inject
    ModelRepository models;

    @Inject
    ModelFolders folders;

    @Override
    public List<ExportedFile> of(UUID workspaceId) {
        return models.readyAdaptersOf(workspaceId).stream()
                .flatMap(adapter -> files(adapter.id()))
                .toList();
    }

    private Stream<ExportedFile> files(UUID modelId) {
        var folder = folders.folder(modelId);
        var parts = Stream.of(folders.peft(modelId), folders.adapterGguf(modelId));
        return parts.filter(Files::exists)
                .flatMap(part -> under(part).stream())
                .map(file -> new ExportedFile(
                        "models/%s/%s".formatted(modelId, folder.relativize(file)), () -> Files.newInputStream(file)));
    }

    private static List<Path> under(Path part) {
        try (var files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
