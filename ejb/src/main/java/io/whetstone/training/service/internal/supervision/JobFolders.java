package io.whetstone.training.service.internal.supervision;

import io.whetstone.training.service.TrainingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folders that the server and its trainers share, and the name of the home that they lie in. */
@ApplicationScoped
public class JobFolders {
    @Inject
    TrainingConfig config;

    private @Nullable String node;

    public JobFolder of(UUID jobId) {
        return new JobFolder(config.home().resolve("jobs").resolve(jobId.toString()));
    }

    /**
     * The name of this home directory. Processes and folders are visible to whoever has the home and to nobody else, so
     * it stands for the node in leases.
     */
    public synchronized String node() {
        var known = node;
        if (known == null) {
            known = readOrCreate(config.home().resolve("node-id"));
            node = known;
        }
        return known;
    }

    private static String readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                var fresh = Files.writeString(
                        file.resolveSibling("node-id.new"), UUID.randomUUID().toString());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
