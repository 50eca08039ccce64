package io.whetstone.kernel.web;

import java.lang.ref.WeakReference;

/**
 * Which failure this thread was told of last. The server's own metrics ask a mapper for the answer to a failure before
 * the caller gets it, and what is logged and noted of a failure is logged and noted once.
 */
final class Told {
    private static final ThreadLocal<WeakReference<Throwable>> LAST = new ThreadLocal<>();

    private Told() {}

    /** Whether it is told for the first time. */
    static boolean first(Throwable failure) {
        var last = LAST.get();
        if (last != null && last.get() == failure) {
            return false;
        }
        LAST.set(new WeakReference<>(failure));
        return true;
    }
}
