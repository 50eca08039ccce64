package io.whetstone.launcher;

import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two benchmarks of the server: its start and its cheapest endpoint, each against the bare server beside it. */
final class Bench {
    private static final int ROUNDS = 2;

    private final Progress progress;
    private final Path folder;
    private final Path log;

    private Bench(Progress progress, Path folder) {
        this.progress = progress;
        this.folder = folder;
        this.log = folder.resolve("server.out");
    }

    static int run(Progress progress, List<String> words) throws Exception {
        var folder = Files.createTempDirectory("whetstone-bench");
        try {
            var bench = new Bench(progress, folder);
            return switch (words.isEmpty() ? "" : words.get(0)) {
                case "startup" -> bench.startup();
                case "http" -> bench.http();
                default -> throw new Refusal("bench what? startup, http, train or infer");
            };
        } finally {
            Trees.delete(folder);
        }
    }

    /** Alternating, so that what else the machine does meets both; the best of each counts. */
    private int startup() throws Exception {
        var bare = new ArrayList<BenchProcess.Startup>();
        var ours = new ArrayList<BenchProcess.Startup>();
        var first = startOurs();
        progress.say("first start, empty home  " + first);
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(startBare());
            ours.add(startOurs());
        }
        var least = BenchProcess.Startup.least(bare);
        var mine = BenchProcess.Startup.least(ours);
        progress.say("bare Payara Micro        " + least);
        progress.say("Whetstone                " + mine);
        progress.say("ratio                    %.2f CPU, %.2f wall (aim at most 1.50); resident aim at most 512 MB"
                .formatted(mine.cpuSeconds() / least.cpuSeconds(), mine.wallSeconds() / least.wallSeconds()));
        return 0;
    }

    private BenchProcess.Startup startBare() throws Exception {
        try (var server = bare(Postgres.freePort(), List.of())) {
            return server.awaitReady(log, "ready in");
        }
    }

    private BenchProcess.Startup startOurs() throws Exception {
        try (var server = ours(Postgres.freePort())) {
            return server.awaitReady(log, "Whetstone is ready");
        }
    }

    private BenchProcess bare(int port, List<String> more) throws IOException, URISyntaxException {
        Files.deleteIfExists(log);
        Files.createFile(log);
        var arguments = new ArrayList<>(List.of(
                "-jar",
                payaraMicro().toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--unpackdir",
                Files.createDirectories(folder.resolve("bare")).toString()));
        arguments.addAll(more);
        return BenchProcess.start(arguments, Map.of(), log, port);
    }

    private BenchProcess ours(int port) throws IOException {
        Files.deleteIfExists(log);
        Files.createFile(log);
        var environment = Map.of(
                "WHETSTONE_HOME",
                folder.resolve("home").toString(),
                "WHETSTONE_PORT",
                Integer.toString(port),
                "WHETSTONE_STARTER_MODEL",
                "none");
        var launcher = Installation.current().root().resolve("payara-config/target/launcher.jar");
        return BenchProcess.start(List.of("-jar", launcher.toString(), "up"), environment, log, port);
    }

    private static Path payaraMicro() throws URISyntaxException {
        return Path.of(PayaraMicroLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private int http() throws Exception {
        double hello;
        double me;
        int port = Postgres.freePort();
        try (var server = ours(port)) {
            server.awaitReady(log, "Whetstone is ready");
            var token = token();
            me = measure(server, "Whetstone GET /api/me   ", new Load("127.0.0.1", port, "/api/me", token));
        }
        var war = HelloWar.write(folder.resolve("hello"), folder.resolve("home/payara/runtime"));
        int barePort = Postgres.freePort();
        try (var server = bare(barePort, List.of("--deploy", war.toString(), "--contextroot", "/"))) {
            server.awaitReady(log, "ready in");
            hello = measure(server, "bare JAX-RS GET /hello  ", new Load("127.0.0.1", barePort, "/hello", ""));
        }
        progress.say("ratio                    %.2f CPU per request (aim at most 2.00)".formatted(me / hello));
        return 0;
    }

    private String token() {
        var home = new Home(folder.resolve("home"));
        return LocalToken.of(
                home, Settings.load(home, Map.of("WHETSTONE_HOME", home.root().toString())));
    }

    private double measure(BenchProcess server, String name, Load load) throws InterruptedException {
        load.run(Load.WARM_UP);
        double before = server.cpuSeconds();
        var result = load.run(Load.MEASURED);
        double micros = (server.cpuSeconds() - before) * 1e6 / result.answered();
        progress.say("%s %6.0f µs CPU a request, %6.0f requests/s, %d answered, %d failed"
                .formatted(name, micros, result.perSecond(), result.answered(), result.failed()));
        if (result.failed() > 0) {
            throw new Refusal("Requests failed, so the figure says nothing: " + result.firstFailure());
        }
        return micros;
    }
}
