package io.whetstone.runner;

import io.netty.channel.EventLoopGroup;
import io.whetstone.runner.engine.Engine;
import io.whetstone.runner.engine.EngineSettings;
import io.whetstone.runner.llama.ContextSettings;
import io.whetstone.runner.llama.LlamaLibrary;
import io.whetstone.runner.llama.LlamaModel;
import io.whetstone.runner.web.RunnerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A model, its engine and its server, opened together and closed in the reverse order. */
final class Serving implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Serving.class.getName());
    private static final int MOST_TOKENS_A_STEP = 512;

    private final LlamaModel model;
    private final Engine engine;
    private final RunnerServer server;
    private final EventLoopGroup network;

    private Serving(LlamaModel model, Engine engine, RunnerServer server, EventLoopGroup network) {
        this.model = model;
        this.engine = engine;
        this.server = server;
        this.network = network;
    }

    static Serving open(Options options) throws IOException {
        var token = Files.readString(options.path("--token-file")).strip();
        if (token.isEmpty()) {
            throw new IllegalArgumentException("the token file is empty");
        }
        var library = LlamaLibrary.open(options.path("--natives"));
        var model = LlamaModel.load(options.path("--model"));
        var settings = settings(options, model);
        var network = RunnerServer.network();
        var engine = new Engine(model, settings, network.next()).start();
        options.adapters().forEach(adapter -> load(engine, adapter));
        var server = new RunnerServer(
                options.number("--port", 0, 0), token, options.require("--name"), model, engine, network);
        LOGGER.log(
                System.Logger.Level.INFO,
                "runner.started llama=%s model=\"%s\" context=%d parallel=%d"
                        .formatted(
                                library.version(),
                                model.description(),
                                engine.contextLength(),
                                settings.context().sequences()));
        return new Serving(model, engine, server, network);
    }

    static EngineSettings settings(Options options, LlamaModel model) {
        int trained = model.trainedContext();
        int asked = options.number("--context", 4096, 16);
        var context = new ContextSettings(
                trained > 0 ? Math.min(asked, trained) : asked,
                options.number("--parallel", 8, 1),
                MOST_TOKENS_A_STEP,
                options.number("--threads", Runtime.getRuntime().availableProcessors(), 1),
                options.flashAttention(),
                options.cacheType());
        return new EngineSettings(context, options.number("--queue", 64, 0), options.prefixCache());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        engine.close();
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        model.close();
    }

    private static void load(Engine engine, String adapter) {
        int equals = adapter.indexOf('=');
        engine.load(adapter.substring(0, equals), Path.of(adapter.substring(equals + 1)));
    }
}
