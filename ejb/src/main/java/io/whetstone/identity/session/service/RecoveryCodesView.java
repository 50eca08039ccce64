package io.whetstone.identity.session.service;

import java.util.List;

/** New recovery codes, told this once. */
public record RecoveryCodesView(List<String> recoveryCodes) {}
