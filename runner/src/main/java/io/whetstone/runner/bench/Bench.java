package io.whetstone.runner.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.runner.engine.Engine;
import io.whetstone.runner.engine.EngineSettings;
import io.whetstone.runner.llama.ContextSettings;
import io.whetstone.runner.llama.LlamaModel;
import io.whetstone.runner.web.RunnerServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Compares the runner through its own HTTP with the bare binding, on the same model in the same process.
 *
 * <p>The two take turns within each round, and medians over the rounds are compared, so that whatever else
 * the machine does hits both. Before them, the compilers of the JVM get the time that they need: they take
 * cores from llama.cpp for the first ten thousand tokens of a process, and a runner lives for days.
 */
public final class Bench {
    static final String NAME = "bench";
    private static final int MOST_STREAMS = 16;
    private static final int WARM_UP = 12;
    private static final List<Workload> WORK = List.of(
            Workload.decode(1, 64),
            Workload.decode(MOST_STREAMS, 64),
            Workload.prefill(1, 512),
            Workload.prefill(MOST_STREAMS, 128));

    private final LlamaModel model;
    private final int rounds;
    private final ContextSettings settings;
    private final boolean[] ends;

    /** @param settings taken over but for the length and number of sequences */
    public Bench(LlamaModel model, ContextSettings settings, int rounds) {
        this.model = model;
        this.rounds = rounds;
        this.settings = new ContextSettings(
                1024,
                MOST_STREAMS,
                settings.batch(),
                settings.threads(),
                settings.flashAttention(),
                settings.cacheType());
        this.ends = new boolean[model.vocabularySize()];
        for (int token = 0; token < ends.length; token++) {
            ends[token] = model.endsGeneration(token);
        }
    }

    /** Prints a line for each workload on stderr and all of them as JSON on stdout. */
    public void run() throws IOException {
        var token = UUID.randomUUID().toString();
        var network = RunnerServer.network();
        try (var engine = new Engine(model, new EngineSettings(settings, MOST_STREAMS, true), network.next()).start();
                var server = new RunnerServer(0, token, NAME, model, engine, network);
                var http = new HttpLoad(server.port(), token, ends);
                var bare = new BareBinding(model, settings, ends)) {
            warmUp(http);
            var measured = WORK.stream()
                    .map(work -> measure(work, bare::run, http::run))
                    .toList();
            var report = Map.of("model", model.description(), "rounds", rounds, "results", measured);
            System.out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } finally {
            network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private void warmUp(HttpLoad http) {
        var work = Workload.decode(MOST_STREAMS, 64);
        for (int round = 0; round < WARM_UP; round++) {
            http.run(work, work.prompts(model.vocabularySize(), round));
        }
    }

    private Measurement measure(Workload work, BiConsumer<Workload, int[][]> bare, BiConsumer<Workload, int[][]> http) {
        var bareSeconds = new double[rounds];
        var httpSeconds = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            var prompts = work.prompts(model.vocabularySize(), round);
            double bareTime = seconds(work, prompts, bare);
            double httpTime = seconds(work, prompts, http);
            if (round >= 0) {
                bareSeconds[round] = bareTime;
                httpSeconds[round] = httpTime;
            }
        }
        var measurement = Measurement.of(work, bareSeconds, httpSeconds);
        System.err.println(measurement.line());
        return measurement;
    }

    private static double seconds(Workload work, int[][] prompts, BiConsumer<Workload, int[][]> run) {
        long begin = System.nanoTime();
        run.accept(work, prompts);
        return (System.nanoTime() - begin) / 1e9;
    }
}
