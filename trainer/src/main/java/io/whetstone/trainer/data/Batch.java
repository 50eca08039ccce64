package io.whetstone.trainer.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examples laid out for one forward pass.
 *
 * @param ids row-major [rows, length]
 * @param positions [length], the place of each column in its own text
 * @param mask [length, length], which column may look at which; null when order alone decides
 * @param at flat indices into [rows, length] whose next token is learnt
 * @param targets the tokens to be learnt there
 * @param tokens tokens of the examples, padding not counted
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for; arrays keep the ids small
public record Batch(
        int rows,
        int length,
        long[] ids,
        long[] positions,
        boolean @Nullable [] mask,
        long[] at,
        long[] targets,
        int samples,
        int tokens) {

    /** Past this length the attention over one long row costs more than the shared beginning saves. */
    private static final int MAX_SHARED = 1024;

    /**
     * The cheaper of two layouts that mean the same: padded rows, or one row in which a common beginning (a system
     * prompt, say) is computed once.
     *
     * @param share whether the second layout may be used
     */
    public static Batch of(List<Example> examples, boolean share) {
        int common = share ? commonPrefix(examples) : 0;
        int longest = examples.stream().mapToInt(Example::length).max().orElse(0);
        int packed =
                common + examples.stream().mapToInt(e -> e.length() - common).sum();
        return common > 0 && packed <= MAX_SHARED && 4 * packed <= 3 * longest * examples.size()
                ? shared(examples, common, packed)
                : padded(examples, longest);
    }

    /** Rows padded on the right to the longest; under causal order nothing sees the padding. */
    static Batch padded(List<Example> examples, int length) {
        Filler filler = new Filler(examples, examples.size() * length);
        for (int row = 0; row < examples.size(); row++) {
            filler.place(examples.get(row), 0, row * length);
        }
        long[] positions = new long[length];
        Arrays.setAll(positions, i -> i);
        return filler.batch(examples.size(), length, positions, null);
    }

    /** One row: the common beginning, then the rest of each example, which sees the beginning and itself. */
    private static Batch shared(List<Example> examples, int common, int length) {
        Filler filler = new Filler(examples, length);
        long[] positions = new long[length];
        boolean[] mask = new boolean[length * length];
        filler.place(examples.get(0), 0, 0);
        see(mask, positions, length, common, 0, examples.get(0).length());
        int column = examples.get(0).length();
        for (Example example : examples.subList(1, examples.size())) {
            int rest = example.length() - common;
            filler.place(example, common, column);
            see(mask, positions, length, common, column, column + rest);
            column += rest;
        }
        return filler.batch(1, length, positions, mask);
    }

    /** Columns {@code from} to {@code to} see the common beginning and what precedes them since {@code from}. */
    private static void see(boolean[] mask, long[] positions, int length, int common, int from, int to) {
        for (int column = from; column < to; column++) {
            positions[column] = from == 0 ? column : common + column - from;
            Arrays.fill(mask, column * length, column * length + (from == 0 ? column + 1 : common), true);
            Arrays.fill(mask, column * length + from, column * length + column + 1, true);
        }
    }

    /** Tokens that all examples begin with; the last of them must not be learnt from, and each example has more. */
    private static int commonPrefix(List<Example> examples) {
        Example first = examples.get(0);
        int common = first.length() - 1;
        for (Example other : examples) {
            int most = Math.min(common, other.length() - 1);
            common = 0;
            while (common < most && first.ids()[common] == other.ids()[common] && !other.learnt()[common]) {
                common++;
            }
        }
        int unlearnt = 0;
        while (unlearnt < common && !first.learnt()[unlearnt]) {
            unlearnt++;
        }
        return examples.size() < 2 ? 0 : unlearnt;
    }

    private static final class Filler {
        private final List<Example> examples;
        private final long[] ids;
        private final long[] at;
        private final long[] targets;
        private int filled;

        Filler(List<Example> examples, int size) {
            this.examples = examples;
            this.ids = new long[size];
            int count = examples.stream().mapToInt(Example::targets).sum();
            this.at = new long[count];
            this.targets = new long[count];
        }

        /** Writes an example from its token {@code from} on at flat index {@code column}. */
        void place(Example example, int from, int column) {
            for (int i = from; i < example.length(); i++) {
                ids[column + i - from] = example.ids()[i];
                if (i > 0 && example.learnt()[i]) {
                    at[filled] = i == from ? from - 1 : column + i - from - 1;
                    targets[filled++] = example.ids()[i];
                }
            }
        }

        Batch batch(int rows, int length, long[] positions, boolean @Nullable [] mask) {
            int tokens = examples.stream().mapToInt(Example::length).sum();
            return new Batch(rows, length, ids, positions, mask, at, targets, examples.size(), tokens);
        }
    }
}
