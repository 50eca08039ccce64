package io.whetstone.outbound.service.internal;

/** Keeps repetitions a small part of all requests to a host: who is overloaded must not get more of them. */
class RetryBudget {
    private static final double MOST = 10;
    private static final double PER_REQUEST = 0.2;

    private double left = MOST;

    synchronized void requested() {
        left = Math.min(MOST, left + PER_REQUEST);
    }

    synchronized boolean take() {
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
