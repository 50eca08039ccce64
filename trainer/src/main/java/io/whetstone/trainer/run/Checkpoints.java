package io.whetstone.trainer.run;

import io.whetstone.formats.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoints of one job folder. Each is written aside, synced, renamed: what has its final name is whole. */
final class Checkpoints {
    static final String OPTIMIZER = "optimizer.safetensors";
    static final String STATE = "trainer_state.json";

    private static final String PREFIX = "checkpoint-";

    /** Fills the folder of a checkpoint. */
    private interface Content {
        void write(Path folder) throws IOException;
    }

    private final Path root;
    private final int limit;

    /**
     * Opens the folder and clears away what a crash left half written.
     *
     * @param limit how many of the newest are kept; the best one is kept besides
     */
    Checkpoints(Path root, int limit) throws IOException {
        this.root = Files.createDirectories(root);
        this.limit = limit;
        for (Path leftover : list(".")) {
            delete(leftover);
        }
    }

    Path save(Progress progress, Preparation ready) throws IOException {
        return put(progress.step(), temporary -> {
            PeftFolder.write(temporary, ready.adapter(), ready.job().model().path());
            ready.optimizer().save(temporary.resolve(OPTIMIZER));
            ready.settings().write(temporary);
            AtomicFile.write(temporary.resolve(STATE), JobReader.JSON.writeValueAsBytes(progress));
        });
    }

    /** The one with the lowest evaluation loss of the whole run, if there is one. */
    @Nullable
    Path best(Progress progress) {
        Integer step = progress.bestStep();
        return step == null ? null : of(step);
    }

    /** Takes over the best one so far from the run that is resumed: it may stay the best. */
    void adopt(Path resumed, Progress progress) throws IOException {
        Integer step = progress.bestStep();
        Path theirs = resumed.resolveSibling(PREFIX + step);
        if (step == null || best(progress) != null || !Files.isDirectory(theirs)) {
            return;
        }
        put(step, temporary -> {
            Files.createDirectories(temporary);
            try (Stream<Path> files = Files.list(theirs)) {
                for (Path file : files.toList()) {
                    Files.copy(file, temporary.resolve(theirs.relativize(file)));
                }
            }
        });
    }

    private @Nullable Path of(int step) {
        Path folder = root.resolve(PREFIX + step);
        return Files.isDirectory(folder) ? folder : null;
    }

    private Path put(int step, Content content) throws IOException {
        Path target = root.resolve(PREFIX + step);
        Path temporary = root.resolve("." + PREFIX + step);
        try {
            content.write(temporary);
            sync(temporary);
            if (Files.isDirectory(target)) {
                delete(target);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            sync(root);
            return target;
        } finally {
            if (Files.isDirectory(temporary)) {
                delete(temporary);
            }
        }
    }

    static Progress progress(Path checkpoint) throws IOException {
        return JobReader.JSON.readValue(checkpoint.resolve(STATE).toFile(), Progress.class);
    }

    static long size(Path checkpoint) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Removes what is beyond the limit, oldest first, but never the one with the lowest evaluation loss. */
    List<Path> prune() throws IOException {
        List<Path> kept = new ArrayList<>(list(PREFIX));
        kept.sort(Comparator.comparingInt(Checkpoints::step));
        Path best = best(kept);
        List<Path> removed = new ArrayList<>();
        for (Path old : kept.subList(0, Math.max(0, kept.size() - limit))) {
            if (!old.equals(best)) {
                delete(old);
                removed.add(old);
            }
        }
        return removed;
    }

    private static Path best(List<Path> checkpoints) throws IOException {
        Path best = Path.of("");
        double lowest = Double.POSITIVE_INFINITY;
        for (Path checkpoint : checkpoints) {
            Double loss = progress(checkpoint).evalLossHere();
            if (loss != null && loss < lowest) {
                lowest = loss;
                best = checkpoint;
            }
        }
        return best;
    }

    private List<Path> list(String prefix) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> String.valueOf(f.getFileName()).startsWith(prefix))
                    .toList();
        }
    }

    private static int step(Path checkpoint) {
        String name = Objects.requireNonNull(checkpoint.getFileName()).toString();
        return Integer.parseInt(name.substring(PREFIX.length()));
    }

    /** Makes the names in a folder survive a power failure. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
