package io.whetstone.flag.entity;

import java.util.UUID;

/** Somebody whom a flag may reach. */
public record FlagPerson(UUID id, String email) {}
