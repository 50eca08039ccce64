package io.whetstone.dataset.web;

import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.ReadableVersion;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Answers a version as a file, whole or in part. Its hash is its entity tag, as a version never changes. */
record RowsDownload(DatasetFiles files, ReadableVersion version) {
    private static final int BUFFER = 1 << 16;

    Response answer(@Nullable String range, @Nullable String ifRange, @Nullable String known) throws IOException {
        var tag = "\"%s\"".formatted(version.sha256());
        if (known != null && known.contains(tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        long size = files.rowsSize(version.key());
        var part = ifRange == null || ifRange.equals(tag) ? ByteRange.parse(range, size) : null;
        var all = part == null ? new ByteRange(0, size - 1) : part;
        var answer = Response.status(part == null ? 200 : 206)
                .entity((StreamingOutput) out -> copy(all, out))
                .type("application/jsonl")
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, all.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName()));
        if (part != null) {
            answer.header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
        }
        return answer.build();
    }

    private void copy(ByteRange part, OutputStream out) throws IOException {
        try (var in = files.openRows(version.key(), part.first())) {
            var buffer = new byte[BUFFER];
            long left = part.length();
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("The rows ended early");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private String fileName() {
        var plain = version.datasetName().replaceAll("[^A-Za-z0-9._-]+", "-");
        return "%s-v%d.jsonl".formatted(plain, version.key().number());
    }
}
