package io.whetstone.runner.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.whetstone.runner.engine.Engine;
import io.whetstone.runner.llama.LlamaModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server on the loopback address.
 *
 * <p>One thread reads and writes all connections, so that a step that moves many answers on wakes one thread. Reading
 * a request, which may mean to tokenize a book, is the work of a few others.
 */
public final class RunnerServer implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final int BACKLOG = 1024;

    private final ThreadPoolExecutor workers = workers();
    private final ServedModel model;
    private final Channel listening;

    /**
     * Binds to the port; 0 takes a free one.
     *
     * @param network of {@link #network()}, the same thread that the engine's listeners hear on
     */
    public RunnerServer(int port, String token, String name, LlamaModel base, Engine engine, EventLoopGroup network)
            throws IOException {
        model = new ServedModel(name, base, engine);
        var router = router(token, Clock.systemUTC());
        var bound = new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpServerKeepAliveHandler())
                                .addLast(new HttpServerExpectContinueHandler())
                                .addLast(new Connection(router, workers));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on port " + port, bound.cause());
        }
        listening = bound.channel();
    }

    /** The one thread of a server's connections. */
    public static EventLoopGroup network() {
        return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("http", true), NioIoHandler.newFactory());
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

    private static ThreadPoolExecutor workers() {
        var pool = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(BACKLOG),
                new DefaultThreadFactory("request", true));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private void health(Exchange exchange) {
        exchange.send(200, Json.object().put("status", "ok"));
    }

    private void metrics(Exchange exchange) {
        exchange.send(200, Json.tree(model.engine().metrics()));
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        workers.shutdownNow();
    }
}
