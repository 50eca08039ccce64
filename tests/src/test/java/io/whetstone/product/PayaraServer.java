package io.whetstone.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

/** A fresh domain of a Payara Server, which knows nothing of Whetstone but what its own asadmin is told. */
final class PayaraServer implements AutoCloseable {
    private static final String VERSION = System.getProperty("payara.version", "");
    private static final String DOMAIN = "whetstone";

    private final Path folder;
    private final int base;

    private PayaraServer(Path folder, int base) {
        this.folder = folder;
        this.base = base;
    }

    /** The distribution out of the local repository of Maven, which is asked to fetch it if it is not there. */
    static Optional<Path> distribution() {
        var zip = Path.of(System.getProperty("maven.repository", "."))
                .resolve("fish/payara/distributions/payara/%s/payara-%s.zip".formatted(VERSION, VERSION));
        if (!Files.isRegularFile(zip)) {
            var maven = Path.of(System.getProperty("maven.home", "."), "bin", "mvn");
            run(List.of(
                    maven.toString(),
                    "-B",
                    "-q",
                    "dependency:get",
                    "-Dtransitive=false",
                    "-Dartifact=fish.payara.distributions:payara:%s:zip".formatted(VERSION)));
        }
        return Optional.of(zip).filter(Files::isRegularFile);
    }

    /** Unpacks it and makes a domain whose ports nobody uses. */
    static PayaraServer unpack(Path distribution, Path folder, Path driver) {
        try (var zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                write(zip, folder.resolve(entry.getName()).normalize(), entry.isDirectory());
            }
            var server = new PayaraServer(folder.resolve("payara6/glassfish"), freeBase());
            var told = server.asadmin(
                    "create-domain", "--nopassword", "--portbase", Integer.toString(server.base), DOMAIN);
            if (!Files.isDirectory(server.domain())) {
                throw new AssertionError("There is no domain: " + told);
            }
            Files.copy(driver, server.domain().resolve("lib").resolve(driver.getFileName()));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(InputStream in, Path file, boolean folder) throws IOException {
        Files.createDirectories(folder ? file : file.getParent());
        if (!folder) {
            Files.copy(in, file);
        }
    }

    /**
     * Ports from 37 to 90 above it are taken by a domain. They lie below those that connections leave from, which come
     * and go.
     */
    private static int freeBase() {
        return IntStream.iterate(20_000, base -> base < 32_000, base -> base + 100)
                .filter(base -> IntStream.rangeClosed(base + 37, base + 90).allMatch(PayaraServer::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Sets it up with these commands and deploys, as {@code docs/payara-server.md} says; returns what asadmin said. */
    String deploy(Path commands, Path ear) {
        return asadmin("start-domain", "--postbootcommandfile", commands.toString(), DOMAIN)
                + asadmin("restart-domain", DOMAIN)
                + asadmin("--port", Integer.toString(base + 48), "deploy", "--name=whetstone", ear.toString());
    }

    String log() {
        try {
            return Files.readString(domain().resolve("logs/server.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path domain() {
        return folder.resolve("domains").resolve(DOMAIN);
    }

    private String asadmin(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(folder.resolve("lib/client/appserver-cli.jar").toString());
        command.addAll(List.of(words));
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        asadmin("stop-domain", "--kill", DOMAIN);
    }
}
