package io.whetstone.formats.chat;

import org.jspecify.annotations.Nullable;

/** A chat template is broken, or refuses a conversation (for instance because roles do not alternate). */
public class ChatTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChatTemplateException(String message) {
        this(message, null);
    }

    public ChatTemplateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
