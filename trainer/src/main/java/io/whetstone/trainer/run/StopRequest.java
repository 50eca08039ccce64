package io.whetstone.trainer.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file by which somebody asks a run to stop. */
record StopRequest(Path file) {
    void check() {
        if (Files.exists(file)) {
            throw new CancelledException();
        }
    }
}
