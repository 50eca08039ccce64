package io.whetstone.audit.entity;

import io.whetstone.kernel.StorableText;

/** From where something was done; empty texts where it was no request. */
public record AuditOrigin(String address, String userAgent, String requestId) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 300;

    public AuditOrigin {
        address = StorableText.of(address, LONGEST_ADDRESS);
        userAgent = StorableText.of(userAgent, LONGEST_AGENT);
        requestId = StorableText.of(requestId, LONGEST_ADDRESS);
    }
}
