package io.whetstone.flag.entity;

import java.util.List;
import java.util.UUID;

/**
 * Somebody that a flag is asked for.
 *
 * @param plans those of the person's workspaces, each once
 */
public record FlagPerson(UUID id, String email, List<String> plans) {}
