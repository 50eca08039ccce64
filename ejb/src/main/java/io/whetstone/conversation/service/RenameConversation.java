package io.whetstone.conversation.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a conversation shall be called. */
public record RenameConversation(@NotBlank @Size(max = 200) String title) {}
