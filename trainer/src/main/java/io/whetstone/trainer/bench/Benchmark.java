package io.whetstone.trainer.bench;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.whetstone.trainer.bench.Figures.Cost;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.Example;
import io.whetstone.trainer.decoder.AdamW;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.Decoder;
import io.whetstone.trainer.decoder.Learner;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Projection;
import io.whetstone.trainer.torch.Torch;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * Times training steps on random tokens against the plain matrix products of the same shapes, in turns in one run, so
 * that both see the same state of the machine.
 */
public final class Benchmark {
    private static final AdamW.Settings ADAMW = new AdamW.Settings(0.9, 0.999, 1e-8, 0, 1);

    /** Steps before anything is measured: by then the allocator has found its size. */
    private static final int WARM_UP = 3;

    private final BenchOptions options;
    private final Decoder decoder;
    private final Learner learner;
    private final AdamW optimizer;

    private Benchmark(BenchOptions options, Decoder decoder, Learner learner, AdamW optimizer) {
        this.options = options;
        this.decoder = decoder;
        this.learner = learner;
        this.optimizer = optimizer;
    }

    /** Measures, prints sentences for people to {@code err} and one JSON object to {@code out}. */
    public static void print(BenchOptions options, PrintStream out, PrintStream err) throws IOException {
        LoraSettings lora = new LoraSettings(options.rank(), 2.0 * options.rank(), 0, EnumSet.allOf(Projection.class));
        try (NDManager manager = Torch.open(options.threads());
                Decoder decoder = Decoder.load(manager, options.model(), lora, options.precision())) {
            Adapter adapter = Adapter.fresh(manager, decoder.shape(), lora, 1);
            Learner learner = new Learner(manager, decoder, adapter, options.recompute());
            try (AdamW optimizer = new AdamW(manager, ADAMW, adapter)) {
                new Benchmark(options, decoder, learner, optimizer).measure(manager, out, err);
            }
        }
    }

    private void measure(NDManager manager, PrintStream out, PrintStream err) throws IOException {
        Batch batch = Batch.of(examples(decoder.shape().vocabulary()), true);
        for (int i = 0; i < WARM_UP; i++) {
            step(batch);
        }
        // The products' own inputs come after this, so that they do not count.
        long memory = peakMemory();
        List<Cost> steps = new ArrayList<>();
        List<Cost> plain = new ArrayList<>();
        int tokens = batch.rows() * batch.length();
        try (PlainProducts products = new PlainProducts(manager, decoder, tokens, options.precision())) {
            products.run();
            for (int i = 0; i < options.steps(); i++) {
                steps.add(cost(() -> step(batch)));
                plain.add(cost(products::run));
            }
            report(batch, memory, new Figures(steps, plain, batch.tokens(), products.operations()), out, err);
        }
    }

    private void step(Batch batch) {
        learner.learn(batch, batch.targets().length, 0);
        optimizer.update(1e-4, optimizer.norm());
    }

    private void report(Batch batch, long memory, Figures figures, PrintStream out, PrintStream err) {
        var json = new ObjectMapper().createObjectNode();
        json.put("tokensPerCpuSecond", figures.tokensPerCpuSecond()).put("tokensPerSecond", figures.tokensPerSecond());
        json.put("peakMemoryBytes", memory);
        json.put("shareOfPlainProducts", figures.share());
        json.put("plainGigaflopsPerCpuSecond", figures.plainGigaflops());
        json.put("shareOutsideNatives", figures.shareOutsideNatives());
        json.put("rank", options.rank()).put("batch", options.batch()).put("length", options.length());
        json.put("computedTokens", batch.rows() * batch.length()).put("steps", options.steps());
        json.put("threads", options.threads())
                .put("precision", options.precision().name());
        json.put("checkpointing", options.recompute());
        err.printf(
                "%.1f tokens per CPU-second (%.1f a second), peak memory %.2f GB%n",
                figures.tokensPerCpuSecond(), figures.tokensPerSecond(), memory / 1e9);
        err.printf(
                "%.0f %% of the plain matrix products' speed (%.1f GFLOP per CPU-second), %.2f %% outside libtorch%n",
                100 * figures.share(), figures.plainGigaflops(), 100 * figures.shareOutsideNatives());
        out.println(json);
    }

    private Cost cost(Runnable work) {
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        long natives = nativeNanos();
        work.run();
        return new Cost((cpuNanos() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9, (nativeNanos() - natives) / 1e9);
    }

    private long nativeNanos() {
        return decoder.nanos() + learner.backwardNanos() + optimizer.nanos();
    }

    private List<Example> examples(int vocabulary) {
        Random random = new Random(1);
        int[] common = random.ints(options.shared(), 0, vocabulary).toArray();
        List<Example> examples = new ArrayList<>();
        for (int row = 0; row < options.batch(); row++) {
            int[] ids = random.ints(options.length(), 0, vocabulary).toArray();
            System.arraycopy(common, 0, ids, 0, common.length);
            boolean[] learnt = new boolean[ids.length];
            Arrays.fill(learnt, common.length, learnt.length, true);
            examples.add(new Example(ids, learnt));
        }
        return examples;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
