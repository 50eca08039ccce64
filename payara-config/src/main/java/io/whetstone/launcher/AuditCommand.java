package io.whetstone.launcher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code whetstone audit}: checks the chain over the audit log, and writes it into a file that proves itself. */
final class AuditCommand {
    private static final String USAGE =
            "audit knows: verify [--head SEQ:HASH], verify FILE [--head SEQ:HASH], export FILE [--from TIME] [--to TIME]";

    private final List<String> words;

    AuditCommand(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Answers what to tell; damage is a refusal. */
    String run(@Nullable Database owner) {
        var verb = words.isEmpty() ? "" : words.remove(0);
        try {
            return switch (verb) {
                case "verify" -> verify(owner);
                case "export" -> export(owner);
                default -> throw new Refusal(USAGE);
            };
        } catch (SQLException | IOException failure) {
            throw new Refusal("The audit log cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Whether the words ask for a file to be checked, which needs no database. */
    static boolean isOffline(List<String> words) {
        return words.size() > 1 && words.get(0).equals("verify") && words.size() % 2 == 0;
    }

    private String verify(@Nullable Database owner) throws SQLException, IOException {
        var noted = option("--head");
        var walk = new AuditWalk(noted == null ? null : AuditWalk.Head.parse(noted));
        var head = owner == null ? walkFile(walk, file()) : walkDatabase(walk, owner);
        return "The audit log is whole: %d rows. Head: %d:%s".formatted(walk.rows(), head.seq(), head.hash());
    }

    private static AuditWalk.Head walkDatabase(AuditWalk walk, Database owner) throws SQLException, IOException {
        try (var connection = AuditRows.snapshot(owner)) {
            AuditRows.each(connection, null, null, walk::next);
            return walk.end(AuditRows.head(connection));
        }
    }

    private static AuditWalk.Head walkFile(AuditWalk walk, Path file) throws IOException {
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                int at = number;
                walk.next(AuditLink.parse(line)
                        .orElseThrow(
                                () -> new Refusal("Line %d of %s is no row of an audit log.".formatted(at, file))));
            }
        }
        if (number == 0) {
            throw new Refusal("%s is empty.".formatted(file));
        }
        return walk.end(null);
    }

    private String export(@Nullable Database owner) throws SQLException, IOException {
        var from = time(option("--from"));
        var to = time(option("--to"));
        var file = file();
        Home.writePrivate(file, "");
        long[] rows = new long[1];
        try (var connection = AuditRows.snapshot(Objects.requireNonNull(owner));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            AuditRows.each(connection, from, to, link -> {
                out.write(link.line());
                out.write('\n');
                rows[0] += link.record() == null ? 0 : 1;
            });
        }
        return "%d rows of the audit log are in %s. Check it with ./whetstone audit verify FILE"
                .formatted(rows[0], file);
    }

    private Path file() {
        if (words.size() != 1) {
            throw new Refusal(USAGE);
        }
        return Path.of(words.get(0)).toAbsolutePath();
    }

    private @Nullable String option(String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 == words.size()) {
            throw new Refusal(USAGE);
        }
        words.remove(at);
        return words.remove(at);
    }

    /** A date or a time, both in UTC. */
    private static @Nullable OffsetDateTime time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-01-15".length()
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException malformed) {
            throw new Refusal("%s is no time: write 2026-01-15 or 2026-01-15T12:00:00Z.".formatted(text), malformed);
        }
    }
}
