package io.whetstone.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.audit.service.AuditEventView;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Streams all rows that a filter finds, page after page, as CSV (RFC 4180) or as JSON Lines. */
final class AuditDownload {
    private static final ObjectMapper JSON = Json.mapper();

    private final Function<@Nullable Cursor, Page<AuditEventView>> pages;

    AuditDownload(Function<@Nullable Cursor, Page<AuditEventView>> pages) {
        this.pages = pages;
    }

    Response as(@Nullable String format) {
        // The first page is read before anything is answered, so that a refusal is still one.
        var first = pages.apply(null);
        if ("csv".equals(format)) {
            return answer("text/csv;charset=utf-8", "audit.csv", out -> {
                write(out, AuditCsv.HEADER);
                each(first, event -> write(out, AuditCsv.line(event)));
            });
        }
        if ("jsonl".equals(format)) {
            return answer(
                    "application/jsonl",
                    "audit.jsonl",
                    out -> each(first, event -> {
                        write(out, JSON.writeValueAsString(event) + "\n");
                    }));
        }
        throw ProblemException.invalid("/format", "must be csv or jsonl");
    }

    private static Response answer(String type, String name, StreamingOutput content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    /** What is done with a row. */
    private interface Writer {
        void write(AuditEventView event) throws IOException;
    }

    private void each(Page<AuditEventView> first, Writer writer) throws IOException {
        var page = first;
        while (true) {
            writeAll(page.items(), writer);
            if (page.nextCursor() == null) {
                return;
            }
            page = pages.apply(Cursor.parse(page.nextCursor()));
        }
    }

    private static void writeAll(List<AuditEventView> events, Writer writer) throws IOException {
        for (var event : events) {
            writer.write(event);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
