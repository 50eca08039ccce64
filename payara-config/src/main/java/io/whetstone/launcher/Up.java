package io.whetstone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code whetstone up}: from a home directory to a server that answers, and back when told to stop. */
final class Up {
    private final Home home;
    private final Settings settings;
    private final Progress progress;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch forever = new CountDownLatch(1);
    private volatile @Nullable Server server;
    private volatile @Nullable CompletableFuture<DatabaseSetup.Ready> preparing;
    private volatile DatabaseSetup.@Nullable Ready database;
    private volatile Optional<String> newMasterKey = Optional.empty();

    Up(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    void run() throws IOException, InterruptedException {
        var identity = TlsIdentity.of(settings, now());
        home.prepare();
        var lock = HomeLock.take(home, settings.url(), settings.localUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock), "whetstone-stop"));
        requireFreePort();
        progress.step("Whetstone %s starts in %s".formatted(Installation.version(), home.root()));
        ServerLog.divertConsole(home);
        var keys = new Keys(home.keys());
        keys.ensureAll();
        TlsStore.prepare(home, identity);
        var unfolded = Archive.unfold(Installation.current().ear(), home.payara());
        ServerProperties.publish(home, settings, Installation.current(), keys);
        StarterModel.inBackground(home, settings, progress);
        try {
            start(keys, unfolded);
        } catch (RuntimeException failure) {
            if (!stopping.get()) {
                throw failure;
            }
            // Told to stop while starting: what failed then is no news, and the way down ends the process.
            forever.await();
        }
        announce(identity.flatMap(own -> own.warning(now())));
        forever.await();
    }

    /** The database and the server need each other only at deployment, so they start side by side. */
    private void start(Keys keys, Path unfolded) throws IOException {
        var setup = new DatabaseSetup(home, settings, keys);
        ServerProperties.publish(setup.app());
        var prepared = CompletableFuture.supplyAsync(() -> prepareDatabase(setup, keys, unfolded));
        preparing = prepared;
        var booted = Server.boot(home, settings);
        server = booted;
        progress.step("Server booted");
        var ready = join(prepared);
        new FirstAdministrator(home, ready.owner()).prepare();
        if (ready.own() != null && ready.postmaster() != null) {
            new PostgresWatch(ready.own(), stopping::get, progress).start(ready.postmaster());
        }
        booted.deploy(unfolded);
        progress.step("Application deployed and ready");
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private DatabaseSetup.Ready prepareDatabase(DatabaseSetup setup, Keys keys, Path unfolded) {
        var ready = setup.start();
        database = ready;
        progress.step("PostgreSQL is ready: " + ready.owner());
        progress.step(DatabaseSetup.migrate(ready, keys, unfolded));
        newMasterKey = new MasterKeyCheck(new MasterKeys(home, settings)).run(ready.owner());
        return ready;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Refusal refusal ? refusal : failure;
        }
    }

    private void requireFreePort() {
        var address = settings.get(Setting.ADDRESS);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), settings.port()));
        } catch (IOException taken) {
            throw new Refusal(
                    "Port %d on %s cannot be used (%s). Set WHETSTONE_PORT to a free one."
                            .formatted(settings.port(), address, taken.getMessage()),
                    taken);
        }
    }

    private void announce(Optional<String> warning) throws IOException {
        var ready = database;
        progress.say("");
        progress.say("Whetstone is ready at " + settings.url());
        if (ready != null) {
            new FirstAdministrator(home, ready.owner()).invitation().ifPresent(progress::say);
        }
        newMasterKey.ifPresent(progress::say);
        warning.ifPresent(progress::say);
        progress.say("Ctrl-C stops it; logs: ./whetstone logs -f");
    }

    /** The one way down, for Ctrl-C, SIGTERM and a failed start alike. Training processes are left to go on. */
    private void stop(HomeLock lock) {
        stopping.set(true);
        boolean started = preparing != null;
        if (started) {
            progress.step("Stopping");
        }
        var running = server;
        if (running != null) {
            running.stop();
        }
        stopDatabase();
        try {
            lock.close();
        } catch (IOException ignored) {
            // The lock ends with the process.
        }
        if (started) {
            progress.step("Stopped");
        }
    }

    /** A start that is under way is waited for: a PostgreSQL that nobody watches must not stay behind. */
    private void stopDatabase() {
        var starting = preparing;
        if (starting != null && !starting.isDone()) {
            starting.handle((ready, failure) -> stopping)
                    .completeOnTimeout(stopping, 60, TimeUnit.SECONDS)
                    .join();
        }
        var ready = database;
        if (ready != null) {
            ready.stop();
        }
    }
}
