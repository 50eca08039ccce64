package io.whetstone.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of sign-in: keys, lifetimes, the strength of password hashes. */
@ApplicationScoped
public class IdentityConfig {
    @Inject
    @ConfigProperty(name = "whetstone.identity.private-key")
    Path privateKey;

    @Inject
    @ConfigProperty(name = "whetstone.identity.access-token-life", defaultValue = "PT15M")
    Duration accessTokenLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.refresh-token-life", defaultValue = "P14D")
    Duration refreshTokenLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.minimum-password-length", defaultValue = "12")
    int minimumPasswordLength;

    @Inject
    @ConfigProperty(name = "whetstone.identity.argon2.memory-kib", defaultValue = "19456")
    int argon2Memory;

    @Inject
    @ConfigProperty(name = "whetstone.identity.argon2.iterations", defaultValue = "2")
    int argon2Iterations;

    @Inject
    @ConfigProperty(name = "whetstone.identity.argon2.parallelism", defaultValue = "1")
    int argon2Parallelism;

    @Inject
    @ConfigProperty(name = "whetstone.identity.first-admin.email", defaultValue = "admin@localhost")
    String firstAdminEmail;

    @Inject
    @ConfigProperty(name = "whetstone.identity.first-admin.password-file")
    Optional<Path> firstAdminPasswordFile;

    /** The RSA key (PKCS#8, PEM) that signs access tokens. */
    public Path privateKey() {
        return privateKey;
    }

    /** How long an access token opens anything. */
    public Duration accessTokenLife() {
        return accessTokenLife;
    }

    /** How long a session lives without being used. */
    public Duration refreshTokenLife() {
        return refreshTokenLife;
    }

    /** Fewest characters of a password. */
    public int minimumPasswordLength() {
        return minimumPasswordLength;
    }

    /** Memory of a password hash (Argon2id), in KiB. */
    public int argon2Memory() {
        return argon2Memory;
    }

    /** Passes of a password hash (Argon2id). */
    public int argon2Iterations() {
        return argon2Iterations;
    }

    /** Lanes of a password hash (Argon2id). */
    public int argon2Parallelism() {
        return argon2Parallelism;
    }

    /** E-mail address of the first administrator. */
    public String firstAdminEmail() {
        return firstAdminEmail;
    }

    /** Where the launcher left the first administrator's one-time password. */
    public Optional<Path> firstAdminPasswordFile() {
        return firstAdminPasswordFile;
    }
}
