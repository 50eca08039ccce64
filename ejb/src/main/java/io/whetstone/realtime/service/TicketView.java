package io.whetstone.realtime.service;

import java.time.Instant;

/** Opens one live connection, once, soon. */
public record TicketView(String ticket, Instant expiresAt) {}
