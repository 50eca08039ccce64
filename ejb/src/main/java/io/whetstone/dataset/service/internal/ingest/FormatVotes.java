package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.RowSink;
import io.whetstone.dataset.service.internal.source.SourceException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Counts over a whole file which format each row is written in; the majority names the format of the file. */
final class FormatVotes implements RowSink {
    private static final int MAX_LISTED = 8;

    private final Map<DatasetFormat, Long> votes = new EnumMap<>(DatasetFormat.class);
    private final Map<DatasetFormat, Long> fits = new EnumMap<>(DatasetFormat.class);
    private long rows;
    private @Nullable String first;

    @Override
    public void row(long line, JsonNode row) {
        rows++;
        if (first == null) {
            first = describe(line, row);
        }
        RowShape.of(row).ifPresent(format -> votes.merge(format, 1L, Long::sum));
        for (var format : DatasetFormat.values()) {
            if (RowShape.fits(row, format)) {
                fits.merge(format, 1L, Long::sum);
            }
        }
    }

    @Override
    public void bad(long line, String reason) {
        rows++;
        if (first == null) {
            first = "line %d: %s".formatted(line, reason);
        }
    }

    /** The format of the file: the one that its owner chose, if that fits at least half of the rows. */
    DatasetFormat elect(@Nullable DatasetFormat chosen) throws SourceException {
        if (chosen == null) {
            return winner();
        }
        long fitting = fits.getOrDefault(chosen, 0L);
        if (fitting == 0 || fitting * 2 < rows) {
            throw new SourceException("%d of %d rows have the fields of %s (%s); found: %s"
                    .formatted(fitting, rows, chosen.wireName(), chosen.fields(), tally()));
        }
        return chosen;
    }

    private DatasetFormat winner() throws SourceException {
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new SourceException("No row has the fields of a known format; " + first));
    }

    /** How many rows were written in a format. */
    Map<DatasetFormat, Long> votes() {
        return Map.copyOf(votes);
    }

    private String tally() {
        if (votes.isEmpty()) {
            return String.valueOf(first);
        }
        return votes.entrySet().stream()
                .map(vote -> vote.getKey().wireName() + " " + vote.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String describe(long line, JsonNode row) {
        if (!row.isObject()) {
            return "line %d is not a JSON object".formatted(line);
        }
        var names = StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false)
                .limit(MAX_LISTED)
                .collect(Collectors.joining(", "));
        return "line %d has: %s".formatted(line, names);
    }
}
