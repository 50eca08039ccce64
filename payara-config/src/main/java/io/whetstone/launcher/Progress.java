package io.whetstone.launcher;

import java.io.PrintStream;

/** What the person at the terminal sees while the server starts: one line a step, with the seconds since the start. */
final class Progress {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String text) {
        say("[%5.1f s] %s".formatted(seconds(), text));
    }

    void say(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
