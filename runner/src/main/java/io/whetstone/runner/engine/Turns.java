package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose turn it is: one adapter (or none) a step, as the context can use only one at a time.
 *
 * <p>A group keeps its turn for 16 steps divided by the number of groups, but at least 4, because a
 * change of adapter costs some milliseconds; then the group that waited longest goes on.
 */
final class Turns {
    private static final int LONGEST = 16;
    private static final int SHORTEST = 4;

    private @Nullable LoraAdapter current;
    private int left;

    /** The sequences of the group whose turn it is, by number; {@code active} is in the order of their last turn. */
    List<Sequence> next(List<Sequence> active) {
        if (left <= 0 || group(active, current).isEmpty()) {
            current = active.get(0).adapter();
            left = Math.max(SHORTEST, LONGEST / groups(active));
        }
        left--;
        return group(active, current);
    }

    private static List<Sequence> group(List<Sequence> active, @Nullable LoraAdapter adapter) {
        return active.stream()
                .filter(sequence -> Objects.equals(sequence.adapter(), adapter))
                .sorted(Comparator.comparingInt(sequence -> sequence.slot().id()))
                .toList();
    }

    private static int groups(List<Sequence> active) {
        var seen = new ArrayList<@Nullable LoraAdapter>();
        for (var sequence : active) {
            if (!seen.contains(sequence.adapter())) {
                seen.add(sequence.adapter());
            }
        }
        return seen.size();
    }
}
