package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.VersionFacts;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.dataset.service.internal.ingest.DuplicateCounter;
import io.whetstone.dataset.service.internal.ingest.RowOutput;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;

/** The files of one version while they are written. */
final class VersionOutput implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final double HUNDREDTHS = 100.0;

    private final DuplicateCounter duplicates;
    private final RowOutput rows;

    VersionOutput(DatasetFiles files, VersionKey key) throws IOException {
        this.duplicates = new DuplicateCounter(files.scratch(key, "hashes.tmp"));
        this.rows = new RowOutput(
                new BufferedOutputStream(files.createRows(key), BUFFER),
                new BufferedOutputStream(files.createIndex(key), BUFFER),
                duplicates);
    }

    RowOutput rows() {
        return rows;
    }

    DuplicateCounter duplicates() {
        return duplicates;
    }

    /** What is known before the tokens are counted; {@code turns} is the mean of an example. */
    static VersionFacts facts(DatasetFormat format, Counts counts, long bytes, String sha256) {
        double mean = Math.round(HUNDREDTHS * counts.turns() / counts.examples()) / HUNDREDTHS;
        var statistics = JsonNodeFactory.instance.objectNode();
        statistics
                .putNull("tokens")
                .putNull("promptTokens")
                .putNull("completionTokens")
                .putNull("tokenizer");
        statistics.put("turns", mean);
        return new VersionFacts(
                format, counts.examples(), counts.invalid(), counts.duplicates(), bytes, sha256, statistics);
    }

    @Override
    public void close() throws IOException {
        try (duplicates) {
            rows.close();
        }
    }

    /** How many rows there are, and turns in all of them. */
    record Counts(long examples, long invalid, long duplicates, long turns) {}
}
