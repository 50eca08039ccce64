package io.whetstone.launcher;

/** Finds the reason under the layers that a server wraps it in. */
final class Causes {
    private Causes() {}

    static Throwable root(Throwable thrown) {
        var current = thrown;
        while (current.getCause() != null && current.getCause() != current) {
            current = current.getCause();
        }
        return current;
    }
}
