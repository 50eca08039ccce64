package io.whetstone.formats;

import java.io.IOException;

/** A model file that is well known but refused on purpose; the message says why and what to bring instead. */
public class UnsupportedModelException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnsupportedModelException(String reason) {
        super(reason);
    }
}
