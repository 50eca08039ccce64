package io.whetstone.secret.service.internal;

import io.whetstone.envelope.DataKey;
import io.whetstone.kernel.service.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals for other capabilities, with the data key of the installation. */
@ApplicationScoped
public class InstallationSealer implements Sealer {
    @Inject
    DataKeys keys;

    @Override
    public String seal(String purpose, String plain) {
        return keys.inUse(null).seal(purpose, plain);
    }

    @Override
    public String open(String purpose, String sealed) {
        return keys.key(DataKey.keyOf(sealed)).open(purpose, sealed);
    }
}
