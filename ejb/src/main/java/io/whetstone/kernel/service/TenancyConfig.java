package io.whetstone.kernel.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the application proves to the database on whose behalf it works. */
@ApplicationScoped
public class TenancyConfig {
    @Inject
    @ConfigProperty(name = "whetstone.kernel.tenancy-key")
    Path keyFile;

    /** File with the key that proves to the database on whose behalf a transaction works. */
    public Path keyFile() {
        return keyFile;
    }
}
