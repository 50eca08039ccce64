package io.whetstone.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * One running product: the launcher with a home and a port of its own, as {@code ./whetstone up} starts it. {@link
 * #shared()} is started once for all tests and stopped with the JVM; a test that kills things starts its own.
 */
public final class Product implements AutoCloseable {
    public static final String ADMIN = "admin@localhost";
    static final String PASSWORD = "correct horse battery";

    private static final Duration START = Duration.ofMinutes(4);

    @SuppressWarnings("NullAway.Init")
    private static Product shared;

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private final Client nobody;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    private Product(Path home, int port, Map<String, String> environment, Client nobody) {
        this.home = home;
        this.port = port;
        this.environment = environment;
        this.nobody = nobody;
    }

    /** The product that all tests share, with the starter model on its way. */
    public static synchronized Product shared() {
        if (shared == null) {
            var starting = at(Homes.makeShared("shared"), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(starting::leave));
            starting.start();
            shared = starting;
        }
        return shared;
    }

    /** A product at this home that is not started yet. */
    public static Product at(Path home, Map<String, String> environment) {
        var port = freePort();
        return new Product(home, port, environment, new Client("http://localhost:" + port, ""));
    }

    /** A product at this home that speaks TLS, to those who trust what its certificate rests on. */
    static Product secured(Path home, Map<String, String> environment, SSLContext trust) {
        var port = freePort();
        return new Product(home, port, environment, Client.trusting("https://localhost:" + port, trust));
    }

    /** The root of the checkout. */
    public static Path root() {
        return Path.of(System.getProperty("whetstone.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Starts it and waits until it answers. */
    public void start() {
        try {
            process = launcher("up")
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitReady();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins another command on the same home, for a test that does something to it. */
    public Process begin(String... words) {
        try {
            return launcher(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs another command on the same home and returns its output. */
    public String run(String... words) {
        try {
            var output = launcher(words).start().getInputStream().readAllBytes();
            return new String(output, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Kills the server as a power cut would; its children are left as they are. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it as Ctrl-C would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it for good: nobody uses its home after it. */
    void leave() {
        close();
        Homes.left(home);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public Path home() {
        return home;
    }

    public String url() {
        return nobody.url();
    }

    /** Talks to it as nobody. */
    public Client anonymous() {
        return nobody;
    }

    /** Talks to it as the first administrator, whose one-time password is changed at the first call. */
    public Client admin() {
        return signIn(ADMIN, oneTimePassword());
    }

    /** Signs in, changing a one-time password to the one of all tests. */
    public Client signIn(String email, String oneTimePassword) {
        var known = anonymous().signIn(email, PASSWORD);
        if (known.status() == 200) {
            return nobody.with(known.text("accessToken"));
        }
        var first = anonymous().signIn(email, oneTimePassword).expect(200);
        var changed = nobody.with(first.text("accessToken"))
                .post("/api/auth/password", Map.of("currentPassword", oneTimePassword, "newPassword", PASSWORD))
                .expect(200);
        return nobody.with(changed.text("accessToken"));
    }

    /** A new person in a personal workspace. */
    public Client person(String name) {
        var email = name + "-" + java.util.UUID.randomUUID() + "@example.org";
        var created = admin().post("/api/users", Map.of("email", email, "displayName", name, "role", "user"))
                .expect(201);
        return signIn(email, created.text("oneTimePassword"));
    }

    public String logText() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the server itself has logged, as lines of JSON. */
    List<String> serverLog() {
        try {
            return Files.readAllLines(home.resolve("logs/server.0.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the server itself has logged as failures behind so many lines of its log. */
    Stream<String> failuresSince(int lines) {
        return serverLog().stream().skip(lines).filter(line -> line.contains("\"level\":\"SEVERE\""));
    }

    /** The processes that the server has started and that run now. */
    public Stream<ProcessHandle> children() {
        return process.descendants();
    }

    /** The memory of the server process that is in use now, outside of the heap too. */
    public long residentBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10;
        }
    }

    /** The process id of its PostgreSQL. */
    public long databasePid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** A connection to its own database as the superuser, for what no address of the product does. */
    public Connection database() throws SQLException {
        try {
            var port =
                    Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3);
            var password = Files.readString(home.resolve("keys/postgres-superuser-password"));
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%s/whetstone".formatted(port.strip()), "postgres", password.strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String oneTimePassword() {
        try {
            return Files.readString(home.resolve("run/first-admin-password")).strip();
        } catch (IOException gone) {
            return "";
        }
    }

    private ProcessBuilder launcher(String... words) {
        var builder =
                new ProcessBuilder(command(words)).directory(root().toFile()).redirectErrorStream(true);
        builder.environment().put("WHETSTONE_HOME", home.toString());
        builder.environment().put("WHETSTONE_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        return builder;
    }

    private List<String> command(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-jar");
        command.add(root().resolve("payara-config/target/launcher.jar").toString());
        command.addAll(List.of(words));
        return command;
    }

    private Path log() {
        return log(home);
    }

    /** What the product of this home says, beside the home. */
    static Path log(Path home) {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new AssertionError("The product did not start:\n" + logText());
            }
            if (anonymous().isReady()) {
                return;
            }
            Waiting.pause(Duration.ofMillis(250));
        }
        throw new AssertionError("The product is not ready:\n" + logText());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
