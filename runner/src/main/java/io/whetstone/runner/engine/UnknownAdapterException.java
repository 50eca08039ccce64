package io.whetstone.runner.engine;

/** No adapter of that name is loaded. */
public final class UnknownAdapterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownAdapterException(String name) {
        super("no adapter named " + name);
    }
}
