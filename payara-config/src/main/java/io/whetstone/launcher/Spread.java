package io.whetstone.launcher;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Several measurements of one thing: the median counts, the extremes tell how far to trust it. */
record Spread(double median, double least, double most) {
    static <T> Spread of(List<T> measured, ToDoubleFunction<T> value) {
        var sorted = measured.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** As {@code 12.3 (11.9 to 13.0)}. */
    String show(int decimals) {
        var number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, least, most);
    }
}
