package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundAnswer;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Follows a request through its redirects, and repeats a hop that failed in passing. */
@ApplicationScoped
public class Sender {
    @Inject
    Hop hop;

    @Inject
    Hosts hosts;

    @Inject
    OutboundMetrics metrics;

    @Inject
    Clock clock;

    public OutboundAnswer send(Exchange exchange) throws OutboundFailure, InterruptedException {
        try {
            exchange.watch().onEnd(() -> exchange.settle(ended(exchange)));
            return follow(exchange);
        } catch (ProblemException refused) {
            exchange.settle(Outcome.REFUSED);
            throw refused;
        } catch (InterruptedException | RuntimeException given) {
            exchange.settle(Outcome.CANCELLED);
            throw given;
        } catch (IOException failure) {
            throw exchange.fail(failure);
        }
    }

    private static Outcome ended(Exchange exchange) {
        var outcome = exchange.watch().outcome();
        return outcome == null ? Outcome.CANCELLED : outcome;
    }

    private OutboundAnswer follow(Exchange exchange) throws IOException, InterruptedException {
        var limits = exchange.request().limits();
        var step = Step.first(exchange.request());
        for (var followed = 0; ; followed++) {
            var response = repeat(exchange, step);
            exchange.answered(response.getCode());
            var location = response.getFirstHeader("Location");
            if (!Step.isRedirect(response.getCode()) || location == null || limits.redirects() == 0) {
                return answer(exchange, step, response);
            }
            leave(exchange, response);
            if (followed == limits.redirects()) {
                throw exchange.fail(Outcome.REDIRECTED);
            }
            step = step.follow(response.getCode(), location.getValue());
        }
    }

    private static OutboundAnswer answer(Exchange exchange, Step step, ClassicHttpResponse response)
            throws IOException {
        try {
            return Answers.of(exchange, step, response, Hop.asksGzip(step));
        } catch (OutboundFailure unwanted) {
            exchange.drop(response);
            throw unwanted;
        }
    }

    private ClassicHttpResponse repeat(Exchange exchange, Step step) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            Duration pause;
            try {
                var response = hop.take(exchange, step);
                var asked = response.getFirstHeader("Retry-After");
                pause = RetryPolicy.isPassing(response.getCode())
                        ? pause(exchange, step, attempt, asked == null ? null : asked.getValue())
                        : null;
                if (pause == null) {
                    return response;
                }
                leave(exchange, response);
            } catch (OutboundFailure failure) {
                pause = isPassing(failure) ? pause(exchange, step, attempt, null) : null;
                if (pause == null) {
                    throw failure;
                }
            }
            metrics.repeated();
            exchange.watch().pause(pause);
        }
    }

    /** How long to wait for the next attempt; null when there is none. */
    private @Nullable Duration pause(Exchange exchange, Step step, int attempt, @Nullable String retryAfter) {
        var request = exchange.request();
        if (!request.isIdempotent() || attempt >= request.limits().attempts()) {
            return null;
        }
        var pause =
                RetryPolicy.pause(attempt, retryAfter, clock, exchange.watch().left());
        return pause != null && hosts.of(step.destination()).budget().take() ? pause : null;
    }

    private static boolean isPassing(OutboundFailure failure) {
        return failure.outcome() == Outcome.CUT || failure.outcome() == Outcome.UNREACHABLE;
    }

    private static void leave(Exchange exchange, ClassicHttpResponse response) {
        exchange.drop(response);
        exchange.leave();
    }
}
