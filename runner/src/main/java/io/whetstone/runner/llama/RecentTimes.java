package io.whetstone.runner.llama;

import java.util.Arrays;

/** The last few times of something, for their median. */
final class RecentTimes {
    private static final int KEPT = 5;

    private final double[] times = new double[KEPT];
    private int count;

    void add(double time) {
        times[count++ % KEPT] = time;
    }

    void clear() {
        count = 0;
    }

    /** The middle one, the slower of two; NaN, which is less than nothing, when there are none. */
    double median() {
        int kept = Math.min(count, KEPT);
        if (kept == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(times, kept);
        Arrays.sort(sorted);
        return sorted[kept / 2];
    }
}
