package io.whetstone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain over the audit log: a row, or the cut that rows left which had their time. As a line of an
 * export it holds the row's text as it was hashed, so that any tool can hash it again.
 *
 * @param record the text of the row; null for a cut
 * @param vouched whether an event in the chain tells of the cut; true for a row
 */
record AuditLink(
        long firstSeq,
        long lastSeq,
        String previousHash,
        String hash,
        @Nullable String record,
        boolean vouched) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASHES = "\\{\"hash\":\"([0-9a-f]{64})\",\"previousHash\":\"([0-9a-f]{64})\",";
    private static final Pattern ROW = Pattern.compile(HASHES + "\"record\":(\\{.*\\})\\}");
    private static final Pattern CUT =
            Pattern.compile(HASHES + "\"cut\":\\{\"firstSeq\":(\\d{1,18}),\"lastSeq\":(\\d{1,18})\\}\\}");

    String line() {
        var content = record == null
                ? "\"cut\":{\"firstSeq\":%d,\"lastSeq\":%d}".formatted(firstSeq, lastSeq)
                : "\"record\":" + record;
        return "{\"hash\":\"%s\",\"previousHash\":\"%s\",%s}".formatted(hash, previousHash, content);
    }

    /** Reads a line of an export; empty when it is none. */
    static Optional<AuditLink> parse(String line) {
        var cut = CUT.matcher(line);
        if (cut.matches()) {
            return Optional.of(new AuditLink(
                    Long.parseLong(cut.group(3)),
                    Long.parseLong(cut.group(4)),
                    cut.group(2),
                    cut.group(1),
                    null,
                    true));
        }
        var row = ROW.matcher(line);
        if (!row.matches()) {
            return Optional.empty();
        }
        try {
            long seq = JSON.readTree(row.group(3)).path("seq").asLong();
            return Optional.of(new AuditLink(seq, seq, row.group(2), row.group(1), row.group(3), true));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
