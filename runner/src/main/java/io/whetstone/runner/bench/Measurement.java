package io.whetstone.runner.bench;

import java.util.Arrays;
import java.util.Locale;

/** Tokens a second of one workload over the rounds; {@code ratio} is what HTTP leaves of the bare median. */
record Measurement(String work, int streams, Speed bare, Speed http, double ratio) {
    /** The median counts; the extremes tell how far to trust it. */
    record Speed(double median, double least, double most) {
        static Speed of(double tokens, double[] seconds) {
            var sorted =
                    Arrays.stream(seconds).map(each -> tokens / each).sorted().toArray();
            return new Speed(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", median, least, most);
        }
    }

    static Measurement of(Workload work, double[] bareSeconds, double[] httpSeconds) {
        var bare = Speed.of(work.counted(), bareSeconds);
        var http = Speed.of(work.counted(), httpSeconds);
        return new Measurement(work.name(), work.streams(), bare, http, http.median() / bare.median());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-8s streams=%-3d bare %s tokens/s, http %s tokens/s, ratio %.3f (aim at least 0.95)",
                work,
                streams,
                bare,
                http,
                ratio);
    }
}
