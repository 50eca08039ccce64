package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.VersionFacts;
import io.whetstone.dataset.service.DatasetConfig;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.dataset.service.internal.ingest.IngestReport;
import io.whetstone.dataset.service.internal.ingest.Ingestion;
import io.whetstone.dataset.service.internal.source.SourceException;
import io.whetstone.dataset.service.internal.source.SourceFile;
import io.whetstone.dataset.service.internal.source.SourceLimits;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.storage.service.Uploads;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Turns an upload, or a file that comes with the product, into the rows of a version. */
@ApplicationScoped
public class IngestTask implements TaskHandler {
    private static final String UPLOAD = "uploadId";

    @Inject
    VersionJournal journal;

    @Inject
    DatasetFiles files;

    @Inject
    DatasetConfig config;

    @Inject
    Uploads uploads;

    @Override
    public String kind() {
        return "dataset.ingest";
    }

    @Override
    public void run(TaskContext context) throws Exception {
        var open = journal.open(context.subjectId());
        if (open.isPresent()) {
            ingest(open.get(), context);
        }
        discardUpload(context.payload());
    }

    /** Leaves nothing of what was written: neither half a dataset nor the file it was to be made of. */
    @Override
    public void failed(TaskContext context, String reason) {
        journal.open(context.subjectId()).ifPresent(key -> {
            journal.fail(context.subjectId(), reason);
            delete(key);
        });
        discardUpload(context.payload());
    }

    private void ingest(VersionKey key, TaskContext context) throws IOException {
        try {
            var report = read(key, context);
            if (!journal.ready(context.subjectId(), facts(report), report.problems())) {
                delete(key);
            }
        } catch (SourceException unusable) {
            var problem = new ProblemException(ProblemType.UNPROCESSABLE, String.valueOf(unusable.getMessage()));
            problem.initCause(unusable);
            throw problem;
        } catch (CancellationException unwanted) {
            delete(key);
        }
    }

    private IngestReport read(VersionKey key, TaskContext context) throws IOException {
        var news = new VersionNews(journal, context);
        try (var source = source(key, context)) {
            var ingestion = new Ingestion(source.file(), news::progress);
            var format = ingestion.detect(chosen(context.payload()));
            try (var output = new VersionOutput(files, key)) {
                return ingestion.normalise(format, output.rows(), output.duplicates());
            }
        }
    }

    private IngestSource source(VersionKey key, TaskContext context) throws IOException {
        var limits = new SourceLimits(config.maxRowSize(), config.maxUnpackedSize());
        var payload = context.payload();
        if (payload.hasNonNull(UPLOAD)) {
            var upload = uploads.take(context.workspaceId(), uploadId(payload));
            return IngestSource.of(new SourceFile(upload.path(), upload.fileName(), limits));
        }
        return IngestSource.ofExample(payload.path("example").asText(), files.scratch(key, "example.tmp"), limits);
    }

    private static VersionFacts facts(IngestReport report) {
        var counts = new VersionOutput.Counts(report.examples(), report.invalid(), report.duplicates(), report.turns());
        return VersionOutput.facts(report.format(), counts, report.bytes(), report.sha256());
    }

    private static @Nullable DatasetFormat chosen(JsonNode payload) {
        return payload.hasNonNull("format")
                ? DatasetFormat.valueOf(payload.path("format").asText().toUpperCase(Locale.ROOT))
                : null;
    }

    private void discardUpload(JsonNode payload) {
        if (payload.hasNonNull(UPLOAD)) {
            uploads.discard(uploadId(payload));
        }
    }

    private static UUID uploadId(JsonNode payload) {
        return UUID.fromString(Objects.requireNonNull(payload.path(UPLOAD).textValue()));
    }

    private void delete(VersionKey key) {
        try {
            files.delete(key);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
