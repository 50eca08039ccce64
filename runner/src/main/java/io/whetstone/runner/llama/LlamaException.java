package io.whetstone.runner.llama;

/** llama.cpp refused: a file that is no model, memory that is not there, a step that failed. */
public final class LlamaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LlamaException(String message) {
        super(message);
    }
}
