package io.whetstone.training.service.internal.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one job: what the server asks for and what the trainer answers, file by file. */
public record JobFolder(Path root) {
    public Path job() {
        return root.resolve("job.json");
    }

    public Path events() {
        return root.resolve("events.jsonl");
    }

    public Path log() {
        return root.resolve("trainer.log");
    }

    /** What the trainer's process says outside of its own log, such as a crash of the virtual machine. */
    public Path errors() {
        return root.resolve("trainer.err");
    }

    public Path pid() {
        return root.resolve("trainer.pid");
    }

    public Path adapter() {
        return root.resolve("adapter");
    }

    /** Leaves the wish to stop; the trainer looks for it after every batch. */
    public void askToStop() throws IOException {
        var wish = root.resolve("cancel");
        if (!Files.exists(wish)) {
            Files.createFile(wish);
        }
    }
}
