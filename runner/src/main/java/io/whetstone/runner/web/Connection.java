package io.whetstone.runner.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One connection: gathers a request, lets it be answered, and notices when the caller goes away.
 *
 * <p>A refused body is read on for a while, as most clients look at the answer only after sending all. A request that
 * comes before the one before it is answered closes the connection: no caller of ours does that.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing does not fail
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    static final int LARGEST_BODY = 4 << 20;

    private static final System.Logger LOGGER = System.getLogger(Connection.class.getName());
    private static final long DRAINED = 64L << 20;

    private final Router router;
    private final Executor workers;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpRequest request;
    private @Nullable Exchange running;
    private int limit;
    private long received;

    Connection(Router router, Executor workers) {
        this.router = router;
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part.decoderResult().isFailure()) {
            context.close();
            return;
        }
        if (part instanceof HttpRequest head) {
            begin(context, head);
        }
        if (part instanceof HttpContent content) {
            take(context, content);
        }
        if (part instanceof LastHttpContent && request != null) {
            answer(context, request);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        if (running != null && !running.answered()) {
            context.close();
        }
        request = head;
        limit = router.knows(head.headers()) ? LARGEST_BODY : 0;
        received = 0;
        body.reset();
    }

    private void take(ChannelHandlerContext context, HttpContent content) throws IOException {
        int size = content.content().readableBytes();
        received += size;
        if (received <= limit) {
            content.content().readBytes(body, size);
        } else if (received > DRAINED) {
            context.close();
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest whole) {
        var exchange = new Exchange(context.channel(), whole, received <= limit ? body.toByteArray() : null);
        running = exchange;
        request = null;
        body.reset();
        try {
            workers.execute(() -> router.answer(exchange));
        } catch (RejectedExecutionException full) {
            router.refuse(exchange, ApiException.queueFull());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (running != null) {
            running.leave();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOGGER.log(System.Logger.Level.DEBUG, "http.gone", failure);
        context.close();
    }
}
