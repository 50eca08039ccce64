package io.whetstone.outbound.service.internal;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether one address of a destination may be asked, and why.
 *
 * @param range the kind of special address; null for one of the internet
 * @param rule what opens it; null when nothing does or nothing has to
 */
public record AddressVerdict(
        InetAddress address,
        boolean allowed,
        String reason,
        @Nullable String range,
        @Nullable AllowRule rule) {}
