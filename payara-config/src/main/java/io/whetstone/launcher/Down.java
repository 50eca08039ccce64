package io.whetstone.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code whetstone down}: asks the server of this home to stop, and waits until it has. */
final class Down {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Home home;
    private final Settings settings;
    private final Progress progress;

    Down(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    int run() throws InterruptedException, ExecutionException {
        var process = HomeLock.running(home).flatMap(Running::process);
        if (process.isPresent()) {
            progress.step("Stopping process " + process.get().pid());
            process.get().destroy();
            await(process.get());
        }
        boolean left = stopDatabaseLeftBehind();
        progress.step(process.isPresent() || left ? "Stopped" : "Nothing runs on " + home.root());
        return 0;
    }

    private static void await(ProcessHandle process) throws InterruptedException, ExecutionException {
        try {
            process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Refusal(
                    "Process %d has not stopped within %d s. kill -9 %d ends it; the next start recovers."
                            .formatted(process.pid(), LIMIT.toSeconds(), process.pid()),
                    late);
        }
    }

    /** After {@code kill -9} of the server its PostgreSQL goes on alone. */
    private boolean stopDatabaseLeftBehind() {
        if (!settings.get(Setting.DATABASE_URL).isEmpty()
                || Postmaster.of(home.postgresData()).isEmpty()) {
            return false;
        }
        new Postgres(home, new Keys(home.keys())).stop();
        return true;
    }
}
