package io.whetstone.runner;

import io.whetstone.runner.bench.Bench;
import io.whetstone.runner.llama.LlamaException;
import io.whetstone.runner.llama.LlamaLibrary;
import io.whetstone.runner.llama.LlamaModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code java -jar runner.jar --natives DIR --model FILE --name NAME --token-file FILE [...]}.
 *
 * <p>Says {@code {"port":N,"pid":P}} on stdout when it is ready, logs to stderr, and ends when stdin does,
 * so it never outlives the process that started it. {@code bench} as first argument, with a model and the
 * natives, measures instead.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
        try {
            run(List.of(arguments));
        } catch (IllegalArgumentException | LlamaException | IOException refused) {
            System.err.println("runner: " + refused.getMessage());
            System.exit(2);
        }
    }

    private static void run(List<String> arguments) throws IOException {
        if (!arguments.isEmpty() && arguments.get(0).equals("bench")) {
            bench(Options.parse(arguments.subList(1, arguments.size())));
        } else {
            serve(Options.parse(arguments));
        }
    }

    private static void bench(Options options) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        LlamaLibrary.open(options.path("--natives"));
        try (var model = LlamaModel.load(options.path("--model"))) {
            var settings = Serving.settings(options, model).context();
            new Bench(model, settings, options.number("--rounds", 5, 1)).run();
        }
    }

    private static void serve(Options options) throws IOException {
        try (var serving = Serving.open(options)) {
            System.out.printf(
                    "{\"port\":%d,\"pid\":%d}%n",
                    serving.port(), ProcessHandle.current().pid());
            System.out.flush();
            awaitEnd(System.in);
        }
        System.exit(0);
    }

    private static void awaitEnd(InputStream in) throws IOException {
        var buffer = new byte[256];
        int read = 0;
        while (read >= 0) {
            read = in.read(buffer);
        }
    }
}
