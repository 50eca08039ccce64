package io.whetstone.product;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
public final class Waiting {
    private Waiting() {}

    /** Asks every quarter of a second until the answer is right, and fails with the last one. */
    public static <T> T until(Duration limit, Supplier<T> ask, Predicate<T> right) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var answer = ask.get();
            if (right.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit + ": " + answer);
            }
            pause(Duration.ofMillis(250));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
