package io.whetstone.trainer.parity;

/** How far one quantity of a model is from what is expected, and how far it may be. */
public record Deviation(String quantity, double largest, double tolerance) {
    /** Loss and logits: the largest absolute difference. */
    static final double ABSOLUTE = 1e-4;

    /** Gradients: the largest difference, as a share of the tensor's largest value. */
    static final double RELATIVE = 1e-3;

    public boolean isWithin() {
        return largest <= tolerance;
    }

    static Deviation absolute(String quantity, float[] actual, float[] expected) {
        return new Deviation(quantity, difference(actual, expected), ABSOLUTE);
    }

    static Deviation relative(String quantity, float[] actual, float[] expected) {
        double largest = 1e-12;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        return new Deviation(quantity, difference(actual, expected) / largest, RELATIVE);
    }

    /** The worse of two findings about parts of one quantity. */
    Deviation or(Deviation other) {
        return other.largest > largest || Double.isNaN(other.largest) ? other : this;
    }

    private static double difference(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}
