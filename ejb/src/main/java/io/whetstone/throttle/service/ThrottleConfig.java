package io.whetstone.throttle.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How failures slow the next attempts down. */
@ApplicationScoped
public class ThrottleConfig {
    @Inject
    @ConfigProperty(name = "whetstone.throttle.free-failures", defaultValue = "3")
    int freeFailures;

    @Inject
    @ConfigProperty(name = "whetstone.throttle.lock-after", defaultValue = "10")
    int lockAfter;

    @Inject
    @ConfigProperty(name = "whetstone.throttle.lock-time", defaultValue = "PT15M")
    Duration lockTime;

    @Inject
    @ConfigProperty(name = "whetstone.throttle.free-failures-of-address", defaultValue = "30")
    int freeFailuresOfAddress;

    @Inject
    @ConfigProperty(name = "whetstone.throttle.forget-after", defaultValue = "P1D")
    Duration forgetAfter;

    /** Failures of one account in a row that make nobody wait. */
    public int freeFailures() {
        return freeFailures;
    }

    /** Failures of one account in a row from which on it is locked for the longest time. */
    public int lockAfter() {
        return lockAfter;
    }

    /** The longest that failures lock an account or an address. */
    public Duration lockTime() {
        return lockTime;
    }

    /** Failures from one network address in a row that make nobody wait. */
    public int freeFailuresOfAddress() {
        return freeFailuresOfAddress;
    }

    /** How long after the last failure all are forgotten. */
    public Duration forgetAfter() {
        return forgetAfter;
    }
}
