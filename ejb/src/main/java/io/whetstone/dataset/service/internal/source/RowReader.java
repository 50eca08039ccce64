package io.whetstone.dataset.service.internal.source;

import java.io.IOException;

/** Reads all rows of one kind of file. */
sealed interface RowReader permits JsonLinesReader, JsonDocumentReader, CsvReader, TextReader {
    void read(RowSink sink) throws IOException;
}
