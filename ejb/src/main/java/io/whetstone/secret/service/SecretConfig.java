package io.whetstone.secret.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of secrets. */
@ApplicationScoped
public class SecretConfig {
    @Inject
    @ConfigProperty(name = "whetstone.secret.master-key")
    String masterKey;

    /**
     * The master key of all secrets: the path of its file, or the key itself (32 bytes in Base64; several separated by
     * commas while it is changed, the new one first). On Payara Server also a password alias of this name. Default: the
     * file keys/secrets-master-key of the home.
     */
    public String masterKey() {
        return masterKey;
    }
}
