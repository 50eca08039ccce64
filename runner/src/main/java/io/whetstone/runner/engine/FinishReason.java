package io.whetstone.runner.engine;

/** Why a generation ended. */
public enum FinishReason {
    /** The model ended its turn, or a stop string was met. */
    STOP,
    /** The asked number of tokens was reached, or the context is full. */
    LENGTH,
    /** Nobody wants the answer any more. */
    CANCELLED
}
