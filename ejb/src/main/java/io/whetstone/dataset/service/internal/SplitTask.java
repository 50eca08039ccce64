package io.whetstone.dataset.service.internal;

import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.VersionFacts;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.SplitPlan;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.dataset.service.internal.source.Json;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Fills one part of a split. Rows keep their order and the lines that they came from. */
@ApplicationScoped
public class SplitTask implements TaskHandler {
    private static final int NEWS_EVERY = 1000;

    @Inject
    VersionJournal journal;

    @Inject
    DatasetFiles files;

    @Override
    public String kind() {
        return SplitPlan.TASK;
    }

    @Override
    public void run(TaskContext context) throws Exception {
        var part = journal.open(context.subjectId());
        if (part.isPresent()) {
            fill(part.get(), context);
        }
    }

    @Override
    public void failed(TaskContext context, String reason) {
        journal.open(context.subjectId()).ifPresent(part -> {
            journal.fail(context.subjectId(), reason);
            delete(part);
        });
    }

    private void fill(VersionKey part, TaskContext context) throws IOException {
        var plan = SplitPlan.of(context.payload());
        var source = new VersionKey(context.workspaceId(), plan.datasetId(), plan.version());
        var format = journal.format(source)
                .orElseThrow(() -> new ProblemException(ProblemType.UNPROCESSABLE, "The dataset was deleted"));
        try {
            var facts = copy(source, part, format, context);
            if (!journal.ready(context.subjectId(), facts, List.of())) {
                delete(part);
            }
        } catch (CancellationException unwanted) {
            delete(part);
        }
    }

    private VersionFacts copy(VersionKey source, VersionKey part, DatasetFormat format, TaskContext context)
            throws IOException {
        var plan = SplitPlan.of(context.payload());
        boolean wanted = SplitPlan.fillsHeldOut(context.payload());
        var selection = plan.selection();
        var news = new VersionNews(journal, context);
        long turns = 0;
        try (var rows = new StoredRows(files, source);
                var output = new VersionOutput(files, part)) {
            for (long i = 0; i < plan.rows(); i++) {
                rows.next();
                if (selection.getAsBoolean() == wanted) {
                    output.rows().write(rows.line(), rows.json());
                    turns += Json.MAPPER.readTree(rows.json()).path("messages").size();
                }
                if (i % NEWS_EVERY == 0) {
                    news.progress((double) i / plan.rows());
                }
            }
            long examples = wanted ? plan.heldOut() : plan.rows() - plan.heldOut();
            var counts =
                    new VersionOutput.Counts(examples, 0, output.duplicates().count(), turns);
            return VersionOutput.facts(
                    format, counts, output.rows().bytes(), output.rows().sha256Hex());
        }
    }

    private void delete(VersionKey part) {
        try {
            files.delete(part);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
