package io.whetstone.outbound.service;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server would ask an address, and why. Nothing was connected to.
 *
 * @param proxied whether it would be asked through the proxy, which resolves the name by itself
 * @param addresses what the name resolves to now; empty when it does not
 */
public record AddressCheckView(
        String host, int port, boolean allowed, String reason, boolean proxied, List<CheckedAddress> addresses) {

    /**
     * One address that the name resolves to.
     *
     * @param range the kind of special address; absent for one of the internet
     * @param rule the target of the rule that opens it
     * @param ruleId absent when the rule is one of the configuration
     */
    public record CheckedAddress(
            String address,
            boolean allowed,
            String reason,
            @Nullable String range,
            @Nullable String rule,
            @Nullable UUID ruleId) {}
}
