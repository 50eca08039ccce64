package io.whetstone.training.service.internal.supervision;

import io.whetstone.training.entity.JobStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps what a run records as the database would: by sequence number, with the offset, until the job has ended. */
class FakeRecorder extends TrainingRecorder {
    final List<String> types = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final Set<Long> seen = new HashSet<>();
    long eventOffset;
    long logOffset;
    int outages;
    String logTail = "";
    JobStatus status = JobStatus.RUNNING;

    @Override
    public synchronized JobStatus record(UUID jobId, Batch batch) {
        if (outages > 0) {
            outages--;
            throw new IllegalStateException("The database is away");
        }
        for (var event : batch.events()) {
            if (seen.add(event.path("seq").asLong())) {
                take(event.path("type").asText());
            }
        }
        log.addAll(batch.logLines());
        logTail = batch.logTail() == null ? logTail : batch.logTail();
        eventOffset = batch.eventOffset();
        logOffset = batch.logOffset();
        return status;
    }

    private void take(String type) {
        types.add(type);
        status = switch (type) {
            case "finished" -> JobStatus.COMPLETED;
            case "cancelled" -> JobStatus.CANCELLED;
            case "failed" -> JobStatus.FAILED;
            default -> status;
        };
    }
}
