package io.whetstone.outbound.service.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a host alone that failed several times in a row. After a pause one request may try; what becomes of it decides
 * for all others.
 */
class CircuitBreaker {
    private final Clock clock;
    private final int mostFailures;
    private final Duration pause;

    private int failures;
    private Instant openUntil = Instant.MIN;
    private boolean trying;

    CircuitBreaker(Clock clock, int mostFailures, Duration pause) {
        this.clock = clock;
        this.mostFailures = mostFailures;
        this.pause = pause;
    }

    /** Whether a request may go now. Who was let in must tell how it went. */
    synchronized boolean enter() {
        if (failures < mostFailures) {
            return true;
        }
        if (trying || clock.instant().isBefore(openUntil)) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        trying = false;
        if (failures >= mostFailures) {
            openUntil = clock.instant().plus(pause);
        }
    }

    /** The request ended without telling anything of the host. */
    synchronized void withdrew() {
        trying = false;
    }

    synchronized boolean isOpen() {
        return failures >= mostFailures;
    }
}
