package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.service.internal.StoredRows;
import io.whetstone.dataset.service.internal.source.Json;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of rows from storage, outside of any transaction.
 *
 * <p>A request reads at most {@value #MAX_BYTES} bytes of rows: a search that found nothing in them answers an empty
 * page with a cursor to go on from.
 */
@ApplicationScoped
public class RowPager {
    static final long MAX_BYTES = 8 << 20;

    @Inject
    DatasetFiles files;

    /**
     * Reads one page in the order of the rows.
     *
     * @param search text that a row must contain in any case; empty or absent for all
     * @param cursor where the page before ended; absent for the first
     */
    public Page<RowView> page(ReadableVersion version, @Nullable String search, @Nullable String cursor, int limit) {
        long from = cursor == null ? 0 : NumberCursor.parse(cursor);
        try {
            return from >= version.examples()
                    ? new Page<>(List.of(), null)
                    : read(version, search == null ? "" : search.toLowerCase(Locale.ROOT), from, limit);
        } catch (NoSuchFileException deleted) {
            var gone = new ProblemException(ProblemType.GONE, "The dataset was deleted");
            gone.initCause(deleted);
            throw gone;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Page<RowView> read(ReadableVersion version, String search, long from, int limit) throws IOException {
        var found = new ArrayList<RowView>();
        long index = from;
        long bytes = 0;
        try (var rows = new StoredRows(files, version.key(), from)) {
            while (index < version.examples() && found.size() < limit && bytes < MAX_BYTES) {
                rows.next();
                var content = Json.MAPPER.readTree(rows.json());
                if (contains(content, search)) {
                    found.add(new RowView(index, rows.line(), content));
                }
                bytes += rows.json().length;
                index++;
            }
        }
        return new Page<>(found, index < version.examples() ? NumberCursor.encode(index) : null);
    }

    private static boolean contains(JsonNode content, String search) {
        if (search.isEmpty()) {
            return true;
        }
        if (content.isValueNode()) {
            return content.asText().toLowerCase(Locale.ROOT).contains(search);
        }
        for (var child : content) {
            if (contains(child, search)) {
                return true;
            }
        }
        return false;
    }
}
