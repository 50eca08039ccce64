package io.whetstone.trainer.run;

import java.util.Locale;

/** What a run is busy with. */
enum Phase {
    TOKENIZING,
    LOADING_MODEL,
    TRAINING,
    EVALUATING,
    SAVING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
