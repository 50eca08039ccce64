package io.whetstone.training.service;

import io.whetstone.training.service.internal.LineReader;
import io.whetstone.training.service.internal.supervision.JobFolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Reads the logs of trainers. The file is read after the transaction that found the job has ended. */
@ApplicationScoped
public class TrainingLogs {
    @Inject
    TrainingService training;

    @Inject
    JobFolders folders;

    /** The whole lines after a byte offset, at most about a mebibyte of them. */
    public LogView read(UUID workspaceId, UUID jobId, long after) {
        var job = training.get(workspaceId, jobId);
        try {
            var part = LineReader.read(folders.of(job.id()).log(), Math.max(0, after));
            return new LogView(part.lines(), part.next());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
