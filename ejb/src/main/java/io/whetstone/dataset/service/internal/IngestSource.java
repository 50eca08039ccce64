package io.whetstone.dataset.service.internal;

import io.whetstone.dataset.service.internal.source.SourceFile;
import io.whetstone.dataset.service.internal.source.SourceLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The file that a version is made of; a copy of an example goes when it is closed. */
record IngestSource(SourceFile file, boolean isCopy) implements Closeable {
    static IngestSource of(SourceFile file) {
        return new IngestSource(file, false);
    }

    static IngestSource ofExample(String name, Path copy, SourceLimits limits) throws IOException {
        var resource = "/examples/" + name;
        try (var in = Objects.requireNonNull(IngestSource.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return new IngestSource(new SourceFile(copy, name, limits), true);
    }

    @Override
    public void close() throws IOException {
        if (isCopy) {
            Files.deleteIfExists(file.path());
        }
    }
}
