package io.whetstone.identity.link.service;

import io.whetstone.identity.entity.LinkKind;
import java.time.Instant;

/** What an open link would do, and for whom. */
public record LinkView(LinkKind kind, String email, String displayName, Instant expiresAt) {}
