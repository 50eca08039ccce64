package io.whetstone.audit.web;

import io.whetstone.audit.service.AuditEventView;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the audit log as CSV. A spreadsheet takes no field for a formula, whoever wrote into it. */
final class AuditCsv {
    static final String HEADER = String.join(
                    ",",
                    List.of(
                            "seq",
                            "at",
                            "actorKind",
                            "actorId",
                            "credentialId",
                            "actingForId",
                            "workspaceId",
                            "action",
                            "subject",
                            "subjectId",
                            "before",
                            "after",
                            "address",
                            "userAgent",
                            "requestId",
                            "hash"))
            + "\r\n";

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private AuditCsv() {}

    static String line(AuditEventView event) {
        return Stream.<@Nullable Object>of(
                                event.seq(),
                                event.at(),
                                event.actorKind(),
                                event.actorId(),
                                event.credentialId(),
                                event.actingForId(),
                                event.workspaceId(),
                                event.action(),
                                event.subject(),
                                event.subjectId(),
                                event.before(),
                                event.after(),
                                event.address(),
                                event.userAgent(),
                                event.requestId(),
                                event.hash())
                        .map(AuditCsv::field)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String field(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var plain = FORMULA.matcher(text).matches() ? "'" + text : text;
        return plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? "\"" + plain.replace("\"", "\"\"") + "\""
                : plain;
    }
}
