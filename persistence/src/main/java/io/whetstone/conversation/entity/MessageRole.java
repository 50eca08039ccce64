package io.whetstone.conversation.entity;

/** Who speaks in a message. */
public enum MessageRole {
    SYSTEM,
    USER,
    ASSISTANT
}
