package io.whetstone.trainer.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Announces each change of phase once. */
final class Phases {
    private final EventLog events;
    private @Nullable Phase current;

    Phases(EventLog events) {
        this.events = events;
    }

    void enter(Phase phase) throws IOException {
        if (phase != current) {
            current = phase;
            events.write("phase", event -> event.put("phase", phase.label()));
        }
    }

    boolean isLoading() {
        return current == Phase.LOADING_MODEL;
    }
}
