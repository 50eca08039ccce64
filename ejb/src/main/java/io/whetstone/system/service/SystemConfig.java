package io.whetstone.system.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the system's checks. */
@ApplicationScoped
public class SystemConfig {
    @Inject
    @ConfigProperty(name = "whetstone.version", defaultValue = "unknown")
    String version;

    @Inject
    @ConfigProperty(name = "whetstone.system.minimum-free-space", defaultValue = "268435456")
    long minimumFreeSpace;

    @Inject
    @ConfigProperty(name = "whetstone.metrics.networks")
    Optional<String> metricsNetworks;

    @Inject
    @ConfigProperty(name = "whetstone.tls.certificate-ends")
    Optional<String> certificateEnds;

    /** The version of this installation. */
    public String version() {
        return version;
    }

    /** With fewer bytes free in the storage the server says that it is not ready. */
    public long minimumFreeSpace() {
        return minimumFreeSpace;
    }

    /**
     * Addresses or networks (192.0.2.0/24), separated by commas, that see /metrics without a credential. Empty:
     * administrators and their keys only.
     */
    public Optional<String> metricsNetworks() {
        return metricsNetworks;
    }

    /** When the certificate ends with which the server speaks TLS, if it does; the launcher reads it from the file. */
    public Optional<Instant> certificateEnds() {
        return certificateEnds.map(Instant::parse);
    }
}
