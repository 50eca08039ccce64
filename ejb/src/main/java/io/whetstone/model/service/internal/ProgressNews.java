package io.whetstone.model.service.internal;

import io.whetstone.model.service.ModelRegistry;
import java.util.UUID;

/** Tells how far an import is, but not more often than in steps of two hundredths. */
class ProgressNews {
    private static final double STEP = 0.02;

    private final ModelRegistry models;
    private final UUID modelId;
    private double told;

    ProgressNews(ModelRegistry models, UUID modelId) {
        this.models = models;
        this.modelId = modelId;
    }

    void report(double fraction) {
        if (fraction - told >= STEP) {
            told = fraction;
            models.progress(modelId, fraction);
        }
    }
}
