package io.whetstone.launcher;

import java.util.function.Function;

/** Lends the database of a home to a command, whether the server runs or not. */
final class OpenDatabase {
    private OpenDatabase() {}

    /** The running one while the server runs, else one that is started for the command and stopped after it. */
    static <T> T with(Home home, Settings settings, Function<DatabaseSetup.Ready, T> work) {
        home.prepare();
        return HomeLock.running(home).isPresent()
                ? work.apply(new DatabaseSetup(home, settings, new Keys(home.keys())).start())
                : alone(home, settings, work);
    }

    static <T> T alone(Home home, Settings settings, Function<DatabaseSetup.Ready, T> work) {
        var ready = new DatabaseSetup(home, settings, new Keys(home.keys())).start();
        try {
            return work.apply(ready);
        } finally {
            ready.stop();
        }
    }
}
