package io.whetstone.storage.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.storage.entity.Upload;
import io.whetstone.storage.entity.UploadRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Uploads that were used or forgotten. The file goes first: what is left of a failure is found again by its row. */
@ApplicationScoped
@SystemScoped
public class DeadUploads implements Purgeable {
    @Inject
    UploadRepository uploads;

    @Inject
    UploadFiles files;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public boolean hasExpired() {
        return !uploads.removable(clock.instant(), 1).isEmpty();
    }

    @Override
    public void purge(int most) {
        var dead = uploads.removable(clock.instant(), most);
        dead.forEach(upload -> files.remove(upload.workspaceId(), upload.id()));
        uploads.delete(dead.stream().map(Upload::id).toList());
    }
}
