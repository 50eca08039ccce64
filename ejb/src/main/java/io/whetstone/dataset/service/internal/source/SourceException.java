package io.whetstone.dataset.service.internal.source;

import java.io.IOException;

/** The file as a whole cannot be used; the message tells its owner why. */
public class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }
}
