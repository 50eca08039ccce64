package io.whetstone.dataset.service.internal.ingest;

import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.SourceException;
import io.whetstone.dataset.service.internal.source.SourceFile;
import java.io.IOException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a file twice: first every row votes on the format, then every row is normalised and written. */
public final class Ingestion {
    private static final int KEPT_PROBLEMS = 1000;

    private final SourceFile source;
    private final DoubleConsumer progress;

    public Ingestion(SourceFile source, DoubleConsumer progress) {
        this.source = source;
        this.progress = progress;
    }

    /** Which format the file is in; throws when it fits none, or not the one chosen. */
    public DatasetFormat detect(@Nullable DatasetFormat chosen) throws IOException {
        var votes = new FormatVotes();
        source.read(new TurnJoiner(votes), done -> progress.accept(done / 2));
        return votes.elect(chosen);
    }

    /** Writes the good rows; throws when there is none. */
    public IngestReport normalise(DatasetFormat format, RowOutput output, DuplicateCounter duplicates)
            throws IOException {
        var counts = new IngestCounts(KEPT_PROBLEMS);
        source.read(
                new TurnJoiner(new NormalisedWriter(format, output, counts)), done -> progress.accept((1 + done) / 2));
        if (counts.good() == 0) {
            var first = counts.problems().get(0);
            throw new SourceException(
                    "No row of %d can be used; line %d: %s".formatted(counts.bad(), first.line(), first.reason()));
        }
        return new IngestReport(
                format,
                counts.good(),
                counts.bad(),
                duplicates.count(),
                counts.turns(),
                output.bytes(),
                output.sha256Hex(),
                counts.problems());
    }
}
