package io.whetstone.outbound.service;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request to an outside system that got no usable answer. Of the address the message names the host only. */
public class OutboundFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public OutboundFailure(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
