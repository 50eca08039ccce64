package io.whetstone.comment.service;

import java.util.UUID;

/** A person as others in a conversation see them. */
public record PersonView(UUID id, String name) {}
