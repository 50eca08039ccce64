package io.whetstone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The own PostgreSQL of a home. It runs in a session of its own, so that Ctrl-C and the death of this process do not
 * reach it: the next start finds it by its pid file and goes on with it.
 */
final class Postgres {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NO_NAME_SPACES = """
            it does not run as root, and this machine allows no user name spaces (%s).
            Start Whetstone as an ordinary user, or set DATABASE_URL.""";

    private final Home home;
    private final Keys keys;
    private final Path binaries;

    Postgres(Home home, Keys keys) {
        this.home = home;
        this.keys = keys;
        this.binaries = PostgresBinaries.unpack(home.cache());
    }

    /** The port of the one that still runs, else the wanted one, else a free one. */
    int choosePort(int wanted) {
        return wanted != 0 ? wanted : running().map(Postmaster::port).orElseGet(Postgres::freePort);
    }

    /** Adopts the one that still runs on this port, or starts one. */
    Postmaster start(int port) {
        if (!Files.isDirectory(home.postgresData())) {
            initialise();
        }
        var left = running();
        if (left.isPresent() && left.get().port() == port && answers(port)) {
            return left.get();
        }
        if (left.isPresent()) {
            stop();
        }
        launch(port);
        return running().orElseThrow(() -> new Refusal("PostgreSQL ended right after its start; see " + startLog()));
    }

    private boolean answers(int port) {
        try (var connection = superuser(port).connect()) {
            return connection.isValid(5);
        } catch (java.sql.SQLException refused) {
            return false;
        }
    }

    Database superuser(int port) {
        return Database.local(port, "postgres", "postgres", keys.superuserPassword());
    }

    private void initialise() {
        var fresh = home.root().resolve("postgres.new");
        var password = home.run().resolve("initdb-password");
        try {
            Trees.delete(fresh);
            Home.writePrivate(password, keys.superuserPassword() + "\n");
            var result = postgres(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--data-checksums");
            if (!result.ok()) {
                throw new Refusal("PostgreSQL cannot make its data directory: " + explain(result));
            }
            Files.move(fresh, home.postgresData(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new Refusal("PostgreSQL cannot make its data directory: " + failure, failure);
        } finally {
            deleteQuietly(password);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // In a directory that only its owner reads; the next start writes it anew.
        }
    }

    private void launch(int port) {
        try {
            PostgresConfig.write(home.postgresData(), port, home.logs());
        } catch (IOException failure) {
            throw new Refusal("PostgreSQL cannot be configured: " + failure, failure);
        }
        var result = postgres(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "100",
                "-D",
                home.postgresData().toString(),
                "-l",
                startLog().toString());
        if (!result.ok()) {
            throw new Refusal("PostgreSQL does not start: %s%n%s".formatted(explain(result), tailOfLog()));
        }
    }

    private Path startLog() {
        return home.logs().resolve("postgres-start.log");
    }

    private String tailOfLog() {
        try {
            var lines = Files.readAllLines(startLog());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException none) {
            return "";
        }
    }

    /** Ends every connection and stops; a postmaster that is not there is fine. */
    void stop() {
        if (Postmaster.of(home.postgresData()).isEmpty()) {
            return;
        }
        var result = postgres(
                "pg_ctl",
                "stop",
                "-w",
                "-t",
                "60",
                "-m",
                "fast",
                "-D",
                home.postgresData().toString());
        if (!result.ok()) {
            throw new Refusal("PostgreSQL does not stop: " + explain(result));
        }
    }

    Optional<Postmaster> running() {
        return Postmaster.of(home.postgresData());
    }

    private Command.Result postgres(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses root by its number; in a user name space of its own it is nobody.
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(binaries.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return Command.run(LIMIT, Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"), words);
    }

    private static String explain(Command.Result result) {
        return result.output().contains("unshare") ? NO_NAME_SPACES.formatted(result.output()) : result.output();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new Refusal("No free TCP port on 127.0.0.1: " + failure.getMessage(), failure);
        }
    }
}
