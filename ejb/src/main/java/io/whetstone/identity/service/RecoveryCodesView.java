package io.whetstone.identity.service;

import java.util.List;

/** New recovery codes, told this once. */
public record RecoveryCodesView(List<String> recoveryCodes) {}
