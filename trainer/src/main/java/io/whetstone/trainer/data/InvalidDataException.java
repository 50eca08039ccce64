package io.whetstone.trainer.data;

import java.io.IOException;

/** A dataset that cannot be trained on; the message names the file's line. */
public final class InvalidDataException extends IOException {
    private static final long serialVersionUID = 1L;

    public InvalidDataException(String message) {
        super(message);
    }
}
