package io.whetstone.launcher;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** Starts the own PostgreSQL again, on the same port, whenever it dies while the server runs. */
final class PostgresWatch {
    private static final Logger LOGGER = System.getLogger(PostgresWatch.class.getName());
    private static final long PAUSE_MILLIS = 2_000;

    private final Postgres postgres;
    private final BooleanSupplier stopping;
    private final Progress progress;

    PostgresWatch(Postgres postgres, BooleanSupplier stopping, Progress progress) {
        this.postgres = postgres;
        this.stopping = stopping;
        this.progress = progress;
    }

    void start(Postmaster postmaster) {
        var thread = new Thread(() -> watch(postmaster), "whetstone-postgres-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Postmaster first) {
        var current = first;
        while (!stopping.getAsBoolean()) {
            current.process().ifPresent(process -> process.onExit().join());
            if (stopping.getAsBoolean()) {
                return;
            }
            progress.step("PostgreSQL ended unexpectedly; starting it again");
            LOGGER.log(Level.ERROR, "postgres.died pid=" + current.pid());
            current = revive(current);
        }
    }

    private Postmaster revive(Postmaster dead) {
        while (!stopping.getAsBoolean()) {
            try {
                var revived = postgres.start(dead.port());
                progress.step("PostgreSQL is back on port " + revived.port());
                LOGGER.log(Level.WARNING, "postgres.restarted pid=" + revived.pid());
                return revived;
            } catch (Refusal refused) {
                LOGGER.log(Level.ERROR, "postgres.restart-failed " + refused.getMessage());
                pause();
            }
        }
        return dead;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
