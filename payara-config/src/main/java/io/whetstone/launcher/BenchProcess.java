package io.whetstone.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One server under measurement, in a process of its own with the flags that this one was given. */
final class BenchProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final String url;
    private final long begun = System.nanoTime();

    private BenchProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** What it took until the server was ready. */
    record Startup(double cpuSeconds, double wallSeconds, double residentMegabytes) {
        @Override
        public String toString() {
            return "%5.1f CPU-s  %5.1f s wall  %4.0f MB resident".formatted(cpuSeconds, wallSeconds, residentMegabytes);
        }
    }

    static BenchProcess start(List<String> arguments, Map<String, String> environment, Path log, int port)
            throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new BenchProcess(builder.start(), log, "http://127.0.0.1:%d/health/ready".formatted(port));
    }

    /** @param told what the output holds once it is ready; a bare server has no health to ask for, but answers */
    Startup awaitReady(String told) throws IOException, InterruptedException {
        while (System.nanoTime() - begun < LIMIT.toNanos() && process.isAlive()) {
            if (Files.readString(log).contains(told) && Health.ask(url).status() != 0) {
                return new Startup(cpuSeconds(), (System.nanoTime() - begun) / 1e9, resident());
            }
            Thread.sleep(50);
        }
        throw new Refusal("The measured server did not become ready:\n" + Files.readString(log));
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}
