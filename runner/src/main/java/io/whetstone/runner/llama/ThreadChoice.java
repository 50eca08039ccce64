package io.whetstone.runner.llama;

import java.util.HashMap;
import java.util.Map;

/**
 * Chooses between all threads and one for the next step, by what such steps took lately.
 *
 * <p>The threads of llama.cpp wait for each other hundreds of times a token, spinning. On idle cores all of
 * them are faster; but when something else (a training, say) wants the same cores, one that was put aside
 * holds up the rest, and a step takes ten times as long as with one thread. So both are measured, for steps
 * of like size, and the slower one is tried again ever more rarely. The number of threads changes no result.
 */
final class ThreadChoice {
    private static final double WEIGHT_OF_NEW = 0.3;
    private static final int FIRST_PAUSE = 32;
    private static final int LONGEST_PAUSE = 1024;

    private static final class Pace {
        private double all = Double.NaN;
        private double one = Double.NaN;
        private int pause = FIRST_PAUSE;
        private int since;

        private boolean allIsBetter() {
            return all <= one;
        }
    }

    private final int threads;
    private final Map<Integer, Pace> paces = new HashMap<>();

    ThreadChoice(int threads) {
        this.threads = threads;
    }

    /** Threads for a step of so many tokens. */
    int next(int tokens) {
        var pace = pace(tokens);
        if (threads == 1 || Double.isNaN(pace.one)) {
            return 1;
        }
        if (Double.isNaN(pace.all)) {
            return threads;
        }
        boolean tryOther = pace.since >= pace.pause;
        return pace.allIsBetter() != tryOther ? threads : 1;
    }

    /** Learns what a step took; {@code used} is what {@link #next} answered for it. */
    void took(int tokens, int used, long nanos) {
        var pace = pace(tokens);
        boolean wasBetter = pace.allIsBetter();
        boolean wasTrial = (used == threads) != wasBetter;
        double perToken = (double) nanos / tokens;
        if (used == threads) {
            pace.all = mix(pace.all, perToken, wasTrial);
        } else {
            pace.one = mix(pace.one, perToken, wasTrial);
        }
        if (wasBetter != pace.allIsBetter()) {
            pace.pause = FIRST_PAUSE;
            pace.since = 0;
        } else if (wasTrial) {
            pace.pause = Math.min(LONGEST_PAUSE, pace.pause * 2);
            pace.since = 0;
        } else {
            pace.since++;
        }
    }

    private static double mix(double before, double now, boolean fresh) {
        return fresh || Double.isNaN(before) ? now : before + WEIGHT_OF_NEW * (now - before);
    }

    private Pace pace(int tokens) {
        return paces.computeIfAbsent(Integer.SIZE - Integer.numberOfLeadingZeros(tokens), size -> new Pace());
    }
}
