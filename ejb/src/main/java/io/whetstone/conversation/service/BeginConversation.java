package io.whetstone.conversation.service;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Asks for an empty conversation. Without a title it gets one of the first words that are said. */
public record BeginConversation(@Nullable @Size(max = 200) String title) {}
