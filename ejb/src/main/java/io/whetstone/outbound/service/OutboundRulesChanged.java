package io.whetstone.outbound.service;

import java.util.UUID;

/** A rule was added, changed or deleted. */
public record OutboundRulesChanged(UUID ruleId) {}
