package io.whetstone.launcher;

import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The two benchmarks of the server: its start and its cheapest endpoint, each against the bare server beside it. */
final class Bench {
    private static final int ROUNDS = 5;

    private final Progress progress;
    private static final String OPEN = "/api/account/options";
    private static final String ROWS = "/api/datasets";

    private final Path folder;
    private final int rounds;

    private Bench(Progress progress, Path folder, int rounds) {
        this.progress = progress;
        this.folder = folder;
        this.rounds = rounds;
    }

    static int run(Progress progress, List<String> words) throws Exception {
        var folder = Files.createTempDirectory("whetstone-bench");
        try {
            var bench = new Bench(progress, folder, rounds(words));
            return switch (words.isEmpty() ? "" : words.get(0)) {
                case "startup" -> bench.startup();
                case "http" -> bench.http();
                case "auth" -> bench.auth();
                default -> throw new Refusal("bench what? startup, http, auth, train or infer");
            };
        } finally {
            Trees.delete(folder);
        }
    }

    private static int rounds(List<String> words) {
        int place = words.indexOf("--rounds");
        var text = place < 0 ? Integer.toString(ROUNDS) : String.join("", words.subList(place + 1, words.size()));
        if (!text.matches("[1-9][0-9]?")) {
            throw new Refusal("--rounds needs a whole number from 1 to 99.");
        }
        return Integer.parseInt(text);
    }

    /** Alternating, so that what else the machine does meets both. */
    private int startup() throws Exception {
        var bare = new ArrayList<BenchProcess.Startup>();
        var ours = new ArrayList<BenchProcess.Startup>();
        progress.say("first start, empty home  " + startOurs());
        for (int round = 0; round < rounds; round++) {
            bare.add(startBare());
            ours.add(startOurs());
        }
        progress.say("median (least to most) of %d rounds".formatted(rounds));
        tell("bare Payara Micro", bare);
        tell("Whetstone", ours);
        progress.say(String.format(
                Locale.ROOT,
                "ratio                    %.2f CPU, %.2f wall (aim at most 1.50); resident aim at most 512 MB",
                ratio(ours, bare, BenchProcess.Startup::cpuSeconds),
                ratio(ours, bare, BenchProcess.Startup::wallSeconds)));
        return 0;
    }

    private void tell(String name, List<BenchProcess.Startup> runs) {
        progress.say("%-24s %s CPU-s, %s s wall, %s MB resident"
                .formatted(
                        name,
                        Spread.of(runs, BenchProcess.Startup::cpuSeconds).show(1),
                        Spread.of(runs, BenchProcess.Startup::wallSeconds).show(1),
                        Spread.of(runs, BenchProcess.Startup::residentMegabytes).show(0)));
    }

    private static <T> double ratio(List<T> ours, List<T> bare, ToDoubleFunction<T> value) {
        return Spread.of(ours, value).median() / Spread.of(bare, value).median();
    }

    private BenchProcess.Startup startBare() throws Exception {
        try (var server = bare(Postgres.freePort(), List.of())) {
            return server.awaitReady("ready in");
        }
    }

    private BenchProcess.Startup startOurs() throws Exception {
        try (var server = ours(Postgres.freePort())) {
            return server.awaitReady("Whetstone is ready");
        }
    }

    private BenchProcess bare(int port, List<String> more) throws IOException, URISyntaxException {
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
        return BenchProcess.start(arguments, Map.of(), folder.resolve("bare.out"), port);
    }

    private BenchProcess ours(int port) throws IOException {
        var environment = Map.of(
                "WHETSTONE_HOME",
                folder.resolve("home").toString(),
                "WHETSTONE_PORT",
                Integer.toString(port),
                "WHETSTONE_STARTER_MODEL",
                "none",
                Setting.TLS_CERTIFICATE.variable(),
                "",
                Setting.TLS_KEY.variable(),
                "",
                "WHETSTONE_ACCESS_REQUESTS_PER_MINUTE",
                "0",
                "WHETSTONE_ACCESS_ANONYMOUS_REQUESTS_PER_MINUTE",
                "0");
        var launcher = Installation.current().root().resolve("payara-config/target/launcher.jar");
        return BenchProcess.start(
                List.of("-jar", launcher.toString(), "up"), environment, folder.resolve("ours.out"), port);
    }

    private static Path payaraMicro() throws URISyntaxException {
        return Path.of(PayaraMicroLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Both servers are up all the time and measured in turns, each by its own processor time. */
    private int http() throws Exception {
        int port = Postgres.freePort();
        try (var ours = ours(port)) {
            ours.awaitReady("Whetstone is ready");
            var war = HelloWar.write(folder.resolve("hello"), folder.resolve("home/payara/runtime"));
            int barePort = Postgres.freePort();
            try (var bare = bare(barePort, List.of("--deploy", war.toString(), "--contextroot", "/"))) {
                bare.awaitReady("ready in");
                var token = token();
                compare(
                        new Endpoint("bare GET /hello", bare, new Load("127.0.0.1", barePort, "/hello", "")),
                        Stream.of("/api/training/parameters", "/api/me")
                                .map(path ->
                                        new Endpoint("GET " + path, ours, new Load("127.0.0.1", port, path, token)))
                                .toList());
            }
        }
        return 0;
    }

    /** What it costs to prove who asks: only the last of these endpoints asks the database for its answer. */
    private int auth() throws Exception {
        int port = Postgres.freePort();
        try (var ours = ours(port)) {
            ours.awaitReady("Whetstone is ready");
            var token = token();
            var key = BenchKey.make(port, token);
            var path = "/api/training/parameters";
            compare(
                    new Endpoint("nobody, GET /health/live", ours, new Load("127.0.0.1", port, "/health/live", "")),
                    List.of(
                            new Endpoint("nobody, open endpoint", ours, new Load("127.0.0.1", port, OPEN, "")),
                            new Endpoint("access token, " + path, ours, new Load("127.0.0.1", port, path, token)),
                            new Endpoint("API key, " + path, ours, new Load("127.0.0.1", port, path, key)),
                            new Endpoint("access token, " + ROWS, ours, new Load("127.0.0.1", port, ROWS, token))));
            progress.say(
                    OpenDatabase.with(home(), homeSettings(), ready -> TenancyCost.measure(ready.owner(), home())));
        }
        return 0;
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Settings homeSettings() {
        return Settings.load(home(), Map.of("WHETSTONE_HOME", home().root().toString()));
    }

    /** The first is what the others are compared with. */
    private void compare(Endpoint hello, List<Endpoint> ours) throws InterruptedException {
        var all = Stream.concat(Stream.of(hello), ours.stream()).toList();
        for (var endpoint : all) {
            endpoint.load().warmUp();
        }
        for (int round = 0; round < rounds; round++) {
            for (var endpoint : all) {
                endpoint.measure();
            }
        }
        progress.say(
                "median (least to most) of %d rounds; the aim for http is a ratio of at most 2.00".formatted(rounds));
        for (var endpoint : all) {
            var ratio = ratio(endpoint.measured(), hello.measured(), Endpoint.Measured::micros);
            progress.say(endpoint.told() + String.format(Locale.ROOT, ", ratio %.2f", ratio));
        }
    }

    /** One address under load, with what was measured of its server so far. */
    private record Endpoint(String name, BenchProcess server, Load load, List<Measured> measured) {
        Endpoint(String name, BenchProcess server, Load load) {
            this(name, server, load, new ArrayList<>());
        }

        record Measured(double micros, double perSecond) {}

        void measure() throws InterruptedException {
            double before = server.cpuSeconds();
            var result = load.run(Load.MEASURED);
            if (result.failed() > 0) {
                throw new Refusal("Requests failed, so the figure says nothing: " + result.firstFailure());
            }
            double micros = (server.cpuSeconds() - before) * 1e6 / result.answered();
            measured.add(new Measured(micros, result.perSecond()));
        }

        String told() {
            return "%-28s %s µs CPU a request, %s requests/s"
                    .formatted(
                            name,
                            Spread.of(measured, Measured::micros).show(0),
                            Spread.of(measured, Measured::perSecond).show(0));
        }
    }

    /** The token command of the launcher, for the home under measurement. */
    private String token() {
        return LocalToken.of(home(), homeSettings());
    }
}
