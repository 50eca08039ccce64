package io.whetstone.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro inside this process: booted once, with one application at the root. */
final class Server {
    private static final Logger LOGGER = System.getLogger(Server.class.getName());
    private static final String APPLICATION = "whetstone";

    private final PayaraMicroRuntime runtime;
    private final Home home;
    private final Settings settings;

    private Server(PayaraMicroRuntime runtime, Home home, Settings settings) {
        this.runtime = runtime;
        this.home = home;
        this.settings = settings;
    }

    static Server boot(Home home, Settings settings) {
        try {
            var logging = ServerLog.install(home);
            // Everything in it is derived; commands meet a server that knows nothing, as in a fresh installation.
            var rootDir = home.payara().resolve("root");
            Trees.delete(rootDir);
            Files.createDirectories(rootDir);
            var unpacked = Files.createDirectories(home.payara().resolve("runtime"));
            var before = home.payara().resolve("pre-boot.txt");
            Files.writeString(before, ServerResources.preBootCommands(settings));
            var after = home.payara().resolve("post-boot.txt");
            Files.writeString(after, ServerResources.postBootCommands());
            var arguments = new ArrayList<>(arguments(settings, rootDir, unpacked));
            arguments.addAll(List.of("--logproperties", logging.toString()));
            arguments.addAll(List.of("--prebootcommandfile", before.toString()));
            arguments.addAll(List.of("--postbootcommandfile", after.toString()));
            var boot = PayaraMicroLauncher.create(arguments.toArray(String[]::new));
            return new Server(boot.getRuntime(), home, settings);
        } catch (Exception failure) {
            LOGGER.log(Level.ERROR, "server.boot-failed", failure);
            throw new Refusal(
                    "The server does not boot: %s. See %s".formatted(Causes.root(failure), ServerLog.file(home)),
                    failure);
        }
    }

    private static List<String> arguments(Settings settings, Path rootDir, Path unpacked) {
        return List.of(
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(settings.port()),
                "--maxhttpthreads",
                Integer.toString(settings.number(Setting.HTTP_THREADS, 8, 1000)),
                "--rootdir",
                rootDir.toString(),
                "--unpackdir",
                unpacked.toString());
    }

    /** Deploys at the root and returns once the server says that it is ready; refuses with what it logged otherwise. */
    void deploy(Path unfolded) {
        var log = new DeploymentLog();
        var root = java.util.logging.Logger.getLogger("");
        root.addHandler(log);
        try {
            runtime.deploy(APPLICATION, "/", unfolded.toFile());
            if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
                throw new Refusal("The application was not deployed:\n" + log.reasons());
            }
            awaitReady(log);
        } finally {
            root.removeHandler(log);
        }
    }

    private void awaitReady(DeploymentLog log) {
        var limit = Duration.ofSeconds(settings.number(Setting.STARTUP_TIMEOUT, 10, 3_600));
        var url = settings.localUrl() + "/health/ready";
        long end = System.nanoTime() + limit.toNanos();
        var last = "no answer";
        while (System.nanoTime() < end) {
            var answer = Health.ask(home, url);
            if (answer.ready()) {
                requireFrontPage(log);
                return;
            }
            last = answer.text();
            pause();
        }
        throw new Refusal("The server is not ready after %d s. %s answers: %s%n%s"
                .formatted(limit.toSeconds(), url, last, log.reasons()));
    }

    /** A web module that failed to start is deployed and healthy in the eyes of the server, but answers nothing. */
    private void requireFrontPage(DeploymentLog log) {
        var page = Health.ask(home, settings.localUrl() + "/");
        if (page.status() < 200 || page.status() >= 400) {
            throw new Refusal("The application was deployed but does not answer (%d):%n%s"
                    .formatted(page.status(), log.reasons()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for the server.", interrupted);
        }
    }

    void stop() {
        try {
            runtime.shutdown();
        } catch (BootstrapException | RuntimeException stoppedAlready) {
            // Payara's own hook for the end of the process may have been first.
            LOGGER.log(Level.DEBUG, "server.stop", stoppedAlready);
        }
    }
}
