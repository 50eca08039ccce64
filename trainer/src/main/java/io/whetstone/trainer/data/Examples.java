package io.whetstone.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The examples of a run.
 *
 * @param truncated rows that were longer than allowed and lost their end
 * @param dropped rows of those that had nothing left to learn and are not used
 */
public record Examples(List<Example> all, int truncated, int dropped) {
    public Examples {
        all = List.copyOf(all);
    }

    /** Sees each row before it is encoded, so that a long preparation can be stopped. */
    @FunctionalInterface
    public interface Watcher {
        void next(int row);
    }

    public static Examples encode(List<Row> rows, ChatTokenizer tokenizer, int maxLength, Watcher watcher)
            throws InvalidDataException {
        List<Example> all = new ArrayList<>();
        int truncated = 0;
        int dropped = 0;
        for (int i = 0; i < rows.size(); i++) {
            watcher.next(i);
            Example example = tokenizer.encode(rows.get(i));
            if (example.length() > maxLength) {
                truncated++;
                example = example.cut(maxLength);
            }
            if (example.targets() > 0) {
                all.add(example);
            } else {
                dropped++;
            }
        }
        if (all.isEmpty()) {
            throw new InvalidDataException(
                    "none of " + rows.size() + " rows has anything to learn within " + maxLength + " tokens");
        }
        return new Examples(all, truncated, dropped);
    }

    /** Examples for training and for evaluation. */
    public record Split(List<Example> train, List<Example> evaluation) {}

    /** Holds a share of the examples back, chosen by the seed; one at least stays for training. */
    public Split split(double fraction, long seed) {
        int held = fraction <= 0 ? 0 : (int) Math.round(all.size() * fraction);
        if (fraction > 0) {
            held = Math.min(Math.max(1, held), all.size() - 1);
        }
        int[] order = order(all.size(), seed, -1);
        List<Example> train = new ArrayList<>();
        List<Example> evaluation = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            (i < held ? evaluation : train).add(all.get(order[i]));
        }
        return new Split(train, evaluation);
    }

    /** A permutation of {@code 0..n-1} that depends on the seed and the epoch only. */
    public static int[] order(int n, long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
