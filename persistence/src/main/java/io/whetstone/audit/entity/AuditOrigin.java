package io.whetstone.audit.entity;

/** From where something was done; empty texts where it was no request. */
public record AuditOrigin(String address, String userAgent, String requestId) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 300;

    public AuditOrigin {
        address = cut(address, LONGEST_ADDRESS);
        userAgent = cut(userAgent, LONGEST_AGENT);
        requestId = cut(requestId, LONGEST_ADDRESS);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
