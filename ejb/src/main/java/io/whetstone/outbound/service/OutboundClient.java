package io.whetstone.outbound.service;

import io.whetstone.outbound.service.internal.Exchange;
import io.whetstone.outbound.service.internal.Exchanges;
import io.whetstone.outbound.service.internal.Sender;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks outside systems over HTTP. A name is resolved once and the connection goes to the address that was judged; each
 * redirect is judged anew. An address that may not be asked is a problem that the caller may see; everything else that
 * goes wrong is an {@link OutboundFailure}. Never call it in a transaction.
 */
@ApplicationScoped
public class OutboundClient {
    @Inject
    OutboundConfig config;

    @Inject
    Exchanges exchanges;

    @Inject
    Sender sender;

    @Resource(lookup = "concurrent/outbound")
    ExecutorService executor;

    /** The limits of this installation, to narrow or to widen for one request. */
    public OutboundLimits limits() {
        return config.limits();
    }

    /** Asks and waits for the head of the answer. The caller closes it. */
    public OutboundAnswer send(OutboundRequest request) throws OutboundFailure, InterruptedException {
        return sender.send(exchanges.begin(request));
    }

    /**
     * Asks on another thread. Cancelling the future ends the request at once. What the future fails with is what {@link
     * #send} throws.
     */
    public CompletableFuture<OutboundAnswer> sendAsync(OutboundRequest request) {
        var exchange = exchanges.begin(request);
        var answer = new CompletableFuture<OutboundAnswer>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                var cancelled = super.cancel(mayInterrupt);
                if (cancelled) {
                    exchange.cancel();
                }
                return cancelled;
            }
        };
        try {
            executor.execute(() -> complete(answer, exchange));
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(exchange.reject(full));
        }
        return answer;
    }

    private void complete(CompletableFuture<OutboundAnswer> answer, Exchange exchange) {
        try {
            if (!answer.complete(sender.send(exchange))) {
                exchange.cancel();
            }
        } catch (OutboundFailure | RuntimeException failure) {
            answer.completeExceptionally(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(interrupted);
        }
    }
}
