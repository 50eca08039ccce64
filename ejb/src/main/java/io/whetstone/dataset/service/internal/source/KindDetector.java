package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells how the rows lie in a file from its beginning and the ending of its name. */
final class KindDetector {
    private static final Set<String> COLUMNS = Set.of(
            "messages",
            "conversations",
            "text",
            "prompt",
            "question",
            "instruction",
            "input",
            "query",
            "system_prompt");
    private static final int PROBED_LINES = 50;

    private KindDetector() {}

    static SourceKind of(String head, boolean whole, String extension) {
        char first = head.stripLeading().charAt(0);
        boolean json = first == '{' || first == '[';
        return switch (extension) {
            case "csv", "tsv" -> SourceKind.CSV;
            case "txt", "text", "md" ->
                json && parse(firstLine(head)).isPresent() ? json(head, whole) : SourceKind.TEXT;
            case "json", "jsonl", "ndjson" -> json ? json(head, whole) : SourceKind.JSON_LINES;
            default -> json ? json(head, whole) : hasHeader(head) ? SourceKind.CSV : SourceKind.TEXT;
        };
    }

    /** The separator that occurs most in the header. */
    static char separator(String head, String extension) {
        if (extension.equals("tsv")) {
            return '\t';
        }
        var header = firstLine(head);
        return List.of(',', ';', '\t').stream()
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .filter(most -> count(header, most) > 0)
                .orElse(',');
    }

    private static SourceKind json(String head, boolean whole) {
        var lines =
                head.lines().filter(line -> !line.isBlank()).limit(PROBED_LINES).toList();
        var first = lines.get(0).strip();
        boolean only = lines.size() == 1;
        if (parse(first).isPresent()) {
            return only && whole ? SourceKind.JSON_DOCUMENT : SourceKind.JSON_LINES;
        }
        if (only || first.startsWith("[") || endsOpen(first)) {
            return SourceKind.JSON_DOCUMENT;
        }
        // The first line is broken: when a later one stands alone, only that line is lost.
        return lines.stream()
                        .skip(1)
                        .anyMatch(line -> line.startsWith("{") && parse(line).isPresent())
                ? SourceKind.JSON_LINES
                : SourceKind.JSON_DOCUMENT;
    }

    private static boolean endsOpen(String line) {
        return "{[,:".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(Json.parse(line)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException notAlone) {
            return Optional.empty();
        }
    }

    private static boolean hasHeader(String head) {
        var names = firstLine(head).toLowerCase(Locale.ROOT).split("[,;\t]", -1);
        return Arrays.stream(names).map(name -> name.strip().replace("\"", "")).anyMatch(COLUMNS::contains);
    }

    private static String firstLine(String head) {
        return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }
}
