package io.whetstone.audit.web;

import io.whetstone.audit.entity.AuditFilter;
import io.whetstone.kernel.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of the audit log a request asks for. */
public class AuditQuery {
    @QueryParam("actor")
    @Nullable
    UUID actor;

    @QueryParam("action")
    @Nullable
    String action;

    @QueryParam("workspace")
    @Nullable
    UUID workspace;

    @QueryParam("subject")
    @Nullable
    String subject;

    @QueryParam("subjectId")
    @Nullable
    UUID subjectId;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("text")
    @Nullable
    String text;

    AuditFilter filter() {
        return new AuditFilter(
                actor,
                given(action),
                workspace,
                given(subject),
                subjectId,
                time("from", from),
                time("to", to),
                given(text));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Instant time(String name, @Nullable String value) {
        try {
            return given(value) == null ? null : Instant.parse(value);
        } catch (DateTimeException malformed) {
            var problem = ProblemException.invalid("/" + name, "is not an ISO-8601 time in UTC");
            problem.initCause(malformed);
            throw problem;
        }
    }
}
