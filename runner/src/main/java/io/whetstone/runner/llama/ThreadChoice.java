package io.whetstone.runner.llama;

import java.util.HashMap;
import java.util.Map;

/**
 * Chooses between all threads and one for the next step, by what such steps took lately.
 *
 * <p>The threads of llama.cpp wait for each other hundreds of times a token, spinning. On idle cores all of
 * them are faster; but when something else (a training, say) wants the same cores, one that was put aside
 * holds up the rest, and a step takes ten times as long as with one thread. So both are measured, for steps
 * of like size, and the slower one is tried again ever more rarely. Medians are compared: a core is taken away
 * for a moment all the time, and that says nothing of the next step. The number of threads changes no result.
 *
 * <p>Steps of many tokens always take all threads. They compute long between two waits, so busy cores at most
 * double or treble their time, where to try a single thread would make somebody wait many times as long.
 */
final class ThreadChoice {
    /** Tokens from which on all threads are taken without a look. */
    private static final int MANY_TOKENS = 64;

    /** Steps in a row that the other number of threads is tried for. */
    private static final int TRIAL = 3;

    private static final int FIRST_PAUSE = 32;
    private static final int LONGEST_PAUSE = 1024;

    private static final class Pace {
        private final RecentTimes all = new RecentTimes();
        private final RecentTimes one = new RecentTimes();
        private boolean allAreBetter = true;
        private int trial;
        private int pause = TRIAL;
        private int since;

        boolean takesAll() {
            return trial > 0 ? !allAreBetter : allAreBetter;
        }

        void took(boolean tookAll, double time) {
            times(tookAll).add(time);
            boolean flips = times(!allAreBetter).median() < times(allAreBetter).median();
            if (trial > 1) {
                trial--;
            } else if (flips) {
                allAreBetter = !allAreBetter;
                rest(FIRST_PAUSE);
            } else if (trial == 1) {
                rest(Math.max(FIRST_PAUSE, Math.min(LONGEST_PAUSE, 2 * pause)));
            } else if (++since >= pause) {
                times(!allAreBetter).clear();
                trial = TRIAL;
            }
        }

        private void rest(int steps) {
            trial = 0;
            since = 0;
            pause = steps;
        }

        private RecentTimes times(boolean ofAll) {
            return ofAll ? all : one;
        }
    }

    private final int threads;
    private final Map<Integer, Pace> paces = new HashMap<>();

    ThreadChoice(int threads) {
        this.threads = threads;
    }

    /** Threads for a step of so many tokens. */
    int next(int tokens) {
        return isAChoice(tokens) && !pace(tokens).takesAll() ? 1 : threads;
    }

    /** Learns what a step took; {@code used} is what {@link #next} answered for it. */
    void took(int tokens, int used, long nanos) {
        if (isAChoice(tokens)) {
            pace(tokens).took(used == threads, (double) nanos / tokens);
        }
    }

    private boolean isAChoice(int tokens) {
        return threads > 1 && tokens < MANY_TOKENS;
    }

    private Pace pace(int tokens) {
        return paces.computeIfAbsent(Integer.SIZE - Integer.numberOfLeadingZeros(tokens), size -> new Pace());
    }
}
