package io.whetstone.trainer.run;

/** How the learning rate moves over a run, after its warm-up; the shapes are those of the transformers library. */
public enum LearningRateSchedule {
    LINEAR,
    COSINE,
    COSINE_WITH_RESTARTS,
    POLYNOMIAL,
    CONSTANT,
    CONSTANT_WITH_WARMUP,
    INVERSE_SQRT;

    /** Where the polynomial decay ends, as a learning rate. */
    private static final double POLYNOMIAL_END = 1e-7;

    /**
     * The learning rate of a step.
     *
     * @param step counted from 0
     */
    public double at(long step, double peak, long warmup, long total) {
        if (this != CONSTANT && step < warmup) {
            return peak * step / Math.max(1, warmup);
        }
        double progress = (double) (step - warmup) / Math.max(1, total - warmup);
        return switch (this) {
            case CONSTANT, CONSTANT_WITH_WARMUP -> peak;
            case LINEAR -> peak * Math.max(0, 1 - progress);
            case COSINE -> peak * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * progress)));
            case COSINE_WITH_RESTARTS ->
                progress >= 1 ? 0 : peak * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * (progress % 1))));
            case POLYNOMIAL ->
                progress > 1 ? POLYNOMIAL_END : (peak - POLYNOMIAL_END) * (1 - progress) + POLYNOMIAL_END;
            case INVERSE_SQRT -> {
                double scale = warmup > 0 ? warmup : 10_000;
                yield peak / Math.sqrt((step + scale - warmup) / scale);
            }
        };
    }
}
