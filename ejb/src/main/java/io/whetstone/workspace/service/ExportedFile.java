package io.whetstone.workspace.service;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a workspace.
 *
 * @param name its path in the export
 */
public record ExportedFile(String name, Source source) {
    /** Opens the file when its turn comes. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
