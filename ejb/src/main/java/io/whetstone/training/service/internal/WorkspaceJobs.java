package io.whetstone.training.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.OutboxReceiver;
import io.whetstone.storage.service.FileTree;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.service.internal.supervision.JobFolders;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/** Removes the folders of jobs whose workspace was deleted, however often it takes. */
@ApplicationScoped
public class WorkspaceJobs implements OutboxReceiver {
    private static final String TOPIC = "training.job_deleted";

    @Inject
    TrainingJobRepository jobs;

    @Inject
    JobFolders folders;

    @Inject
    Outbox outbox;

    void leave(@Observes WorkspaceDeleting workspace) {
        jobs.idsOf(workspace.workspaceId()).forEach(id -> outbox.add(TOPIC, Map.of("jobId", id)));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void receive(JsonNode payload) {
        var folder = folders.of(UUID.fromString(payload.path("jobId").asText())).root();
        try {
            FileTree.delete(folder);
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        }
    }
}
