package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.whetstone.runner.engine.Engine;
import io.whetstone.runner.llama.LlamaModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP server on the loopback address. Each answer in progress holds one thread of a bounded pool. */
public final class RunnerServer implements AutoCloseable {
    /** Requests that are refused at once, questions of health and the like, beside the answers in progress. */
    private static final int SPARE_THREADS = 16;

    private static final int BACKLOG = 1024;

    static {
        // Otherwise a small write waits for the acknowledgement of the one before: 40 ms a token.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final ServedModel model;

    /**
     * Binds to the port; 0 takes a free one.
     *
     * @param answers most answers in progress, those that wait in the queue included
     */
    public RunnerServer(int port, String token, String name, LlamaModel base, Engine engine, int answers)
            throws IOException {
        var clock = Clock.systemUTC();
        model = new ServedModel(name, base, engine);
        threads = pool(answers + SPARE_THREADS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", router(token, clock));
    }

    private Router router(String token, Clock clock) {
        var completions = new Completions(model, clock);
        var models = new Models(model, clock.instant().getEpochSecond());
        var adapters = new AdapterEndpoints(model);
        return new Router(token)
                .on("POST", "/v1/chat/completions", completions::chat)
                .on("POST", "/v1/completions", completions::text)
                .on("GET", "/v1/models", models::list)
                .on("GET", "/v1/models/", models::get)
                .on("POST", "/adapters", adapters::load)
                .on("DELETE", "/adapters/", adapters::unload)
                .on("GET", "/metrics", this::metrics)
                .on("GET", "/health", this::health);
    }

    private static ThreadPoolExecutor pool(int size) {
        var pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(BACKLOG), task -> {
            var thread = new Thread(task, "http");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    public RunnerServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void health(HttpExchange exchange) throws IOException {
        Exchanges.send(exchange, 200, Json.object().put("status", "ok"));
    }

    private void metrics(HttpExchange exchange) throws IOException {
        Exchanges.send(exchange, 200, Json.tree(model.engine().metrics()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
