package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelReady;
import io.whetstone.model.service.ModelRegistry;
import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Counts the tokens of a version with the tokenizer of the newest base that everyone sees. While there is none, the
 * count stays open and is made up for when a model gets ready.
 */
@ApplicationScoped
public class TokenTask implements TaskHandler {
    static final String KIND = "dataset.count_tokens";

    private static final int CATCH_UP = 200;

    @Inject
    VersionJournal journal;

    @Inject
    ModelRegistry models;

    @Inject
    ModelFolders folders;

    @Inject
    DatasetFiles files;

    @Inject
    TokenCounter counter;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(TaskContext context) throws Exception {
        var version = journal.readable(context.subjectId());
        var model = models.newestShared();
        if (version.isEmpty() || model.isEmpty()) {
            return;
        }
        var summary = counter.count(folders.hf(model.get()), files.rowsFile(version.get()), context::cancelled);
        if (!context.cancelled()) {
            journal.describe(context.subjectId(), merged(context.subjectId(), model.get(), summary));
        }
    }

    void catchUp(@Observes ModelReady ready) {
        journal.countUncounted(CATCH_UP);
    }

    private JsonNode merged(UUID versionId, UUID modelId, JsonNode summary) {
        ObjectNode statistics = journal.statistics(versionId).deepCopy();
        var tokens = statistics.putObject("tokens");
        for (var name : new String[] {"total", "min", "mean", "median", "p95", "max"}) {
            tokens.set(name, summary.path(name));
        }
        statistics.set("promptTokens", summary.at("/prompt/total"));
        statistics.set("completionTokens", summary.at("/completion/total"));
        return statistics.put("tokenizer", models.get(modelId).displayName());
    }
}
