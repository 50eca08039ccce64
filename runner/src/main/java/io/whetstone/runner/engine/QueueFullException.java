package io.whetstone.runner.engine;

/** As many requests wait already as the engine lets wait. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(int waiting) {
        super("%d requests wait already".formatted(waiting));
    }
}
