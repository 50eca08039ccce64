package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Takes the rows of a file in order. Lines are counted from 1; a row over several lines has its first. */
public interface RowSink {
    void row(long line, JsonNode row) throws IOException;

    /** A row that could not be read at all. */
    void bad(long line, String reason) throws IOException;

    /** The file has ended well. */
    default void end() throws IOException {}
}
