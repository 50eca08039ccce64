package io.whetstone.trainer.run;

/** The loss or its gradient is no longer a number, so the run cannot go on. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DivergedException(String message) {
        super(message);
    }
}
