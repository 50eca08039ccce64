package io.whetstone.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bounded, ordered part of a list. {@code nextCursor} is absent on the last page. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /**
     * Makes a page from a query that asked for one row more than {@code limit}.
     *
     * @param found at most {@code limit + 1} rows in order
     */
    public static <E, T> Page<T> of(List<E> found, int limit, Function<E, Cursor> cursor, Function<E, T> view) {
        var more = found.size() > limit;
        var kept = more ? found.subList(0, limit) : found;
        var next = more ? cursor.apply(kept.get(limit - 1)).encode() : null;
        return new Page<>(kept.stream().map(view).toList(), next);
    }

    /** The page size to use for what the caller asked: 1 to {@value #MAX_LIMIT}, {@value #DEFAULT_LIMIT} if unsaid. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw ProblemException.invalid("/limit", "must be between 1 and " + MAX_LIMIT);
        }
        return asked;
    }
}
