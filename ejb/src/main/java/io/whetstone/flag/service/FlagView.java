package io.whetstone.flag.service;

import java.util.List;

/** A flag with its rules, the narrowest kind first. */
public record FlagView(String key, String description, String owner, boolean fallback, List<FlagRuleView> rules) {}
