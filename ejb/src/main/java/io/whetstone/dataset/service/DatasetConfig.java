package io.whetstone.dataset.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of datasets: how much is read of what strangers send, and how long counting may take. */
@ApplicationScoped
public class DatasetConfig {
    @Inject
    @ConfigProperty(name = "whetstone.dataset.max-row-size", defaultValue = "4194304")
    int maxRowSize;

    @Inject
    @ConfigProperty(name = "whetstone.dataset.max-unpacked-size", defaultValue = "8589934592")
    long maxUnpackedSize;

    @Inject
    @ConfigProperty(name = "whetstone.dataset.count-timeout", defaultValue = "PT30M")
    Duration countTimeout;

    /** The most bytes of one row. */
    public int maxRowSize() {
        return maxRowSize;
    }

    /** The most bytes that a file may hold when unpacked. */
    public long maxUnpackedSize() {
        return maxUnpackedSize;
    }

    /** How long the tokens of one version may be counted. */
    public Duration countTimeout() {
        return countTimeout;
    }
}
