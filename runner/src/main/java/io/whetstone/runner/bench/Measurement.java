package io.whetstone.runner.bench;

import java.util.Arrays;
import java.util.Locale;

/** Tokens a second of one workload, medians over the rounds; {@code ratio} is what HTTP leaves of the bare speed. */
record Measurement(String work, int streams, double bare, double http, double ratio) {
    static Measurement of(Workload work, double[] bareSeconds, double[] httpSeconds) {
        double bare = work.counted() / median(bareSeconds);
        double http = work.counted() / median(httpSeconds);
        return new Measurement(work.name(), work.streams(), bare, http, http / bare);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-8s streams=%-3d bare=%8.1f tokens/s  http=%8.1f tokens/s  ratio=%.3f",
                work,
                streams,
                bare,
                http,
                ratio);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
