package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which destinations are asked through the configured proxy. */
@ApplicationScoped
public class Proxy {
    @Inject
    OutboundConfig config;

    /** Whether the request goes through the proxy, which then resolves the name by itself. */
    public boolean serves(Destination destination) {
        return config.proxy().isPresent()
                && config.noProxy().stream().noneMatch(text -> isExempt(text.strip(), destination));
    }

    private static boolean isExempt(String text, Destination destination) {
        var name = text.startsWith("*.") ? text.substring(2) : text.startsWith(".") ? text.substring(1) : text;
        return text.equals("*") || Target.configured(name).names(destination);
    }
}
