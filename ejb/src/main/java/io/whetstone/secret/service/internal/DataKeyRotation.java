package io.whetstone.secret.service.internal;

import io.whetstone.task.service.TaskContext;
import io.whetstone.task.service.TaskHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Gives a workspace another data key and seals its secrets anew, some at a time. The former key stays until nothing
 * needs it, so the work may stop anywhere and be begun again.
 */
@ApplicationScoped
public class DataKeyRotation implements TaskHandler {
    public static final String KIND = "secret.rotate-data-key";
    public static final String FORMER = "former";

    @Inject
    DataKeyStore store;

    @Inject
    Resealing resealing;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(TaskContext context) {
        var workspaceId = context.workspaceId();
        store.supersede(
                workspaceId, UUID.fromString(context.payload().path(FORMER).asText()));
        long done = 0;
        int moved = resealing.some(workspaceId);
        while (moved > 0 && !context.cancelled()) {
            done += moved;
            context.progress(0.5, done + " secrets sealed anew");
            moved = resealing.some(workspaceId);
        }
        if (moved == 0) {
            store.dropUnused(workspaceId);
        }
    }
}
