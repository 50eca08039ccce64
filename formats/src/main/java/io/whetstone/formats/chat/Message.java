package io.whetstone.formats.chat;

/** One turn of a conversation. */
public record Message(String role, String content) {
    public static final String ASSISTANT = "assistant";

    public boolean isAssistant() {
        return role.equals(ASSISTANT);
    }
}
