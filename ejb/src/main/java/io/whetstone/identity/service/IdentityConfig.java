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
    @ConfigProperty(name = "whetstone.identity.session-life", defaultValue = "P90D")
    Duration sessionLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.invitation-life", defaultValue = "P7D")
    Duration invitationLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.reset-life", defaultValue = "PT1H")
    Duration resetLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.one-time-password-life", defaultValue = "PT72H")
    Duration oneTimePasswordLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.challenge-life", defaultValue = "PT5M")
    Duration challengeLife;

    @Inject
    @ConfigProperty(name = "whetstone.identity.registration", defaultValue = "false")
    boolean registration;

    @Inject
    @ConfigProperty(name = "whetstone.identity.registration-domains")
    Optional<String> registrationDomains;

    @Inject
    @ConfigProperty(name = "whetstone.identity.breached-passwords-url")
    Optional<String> breachedPasswordsUrl;

    @Inject
    @ConfigProperty(name = "whetstone.identity.first-admin.email", defaultValue = "admin@localhost")
    String firstAdminEmail;

    @Inject
    @ConfigProperty(name = "whetstone.identity.first-admin.password-file")
    Optional<Path> firstAdminPasswordFile;

    @Inject
    @ConfigProperty(name = "whetstone.identity.ended-life", defaultValue = "P30D")
    Duration endedLife;

    /** How long an access token opens anything. */
    public Duration accessTokenLife() {
        return accessTokenLife;
    }

    /** How long a session lives without being used, unless an administrator sets another time. */
    public Duration refreshTokenLife() {
        return refreshTokenLife;
    }

    /** How long a session lives however often it is used, unless an administrator sets another time. */
    public Duration sessionLife() {
        return sessionLife;
    }

    /** How long an invitation can be accepted. */
    public Duration invitationLife() {
        return invitationLife;
    }

    /** How long a link for a new password or a new address works. */
    public Duration resetLife() {
        return resetLife;
    }

    /** How long a one-time password waits for its use; a start counts anew for the first administrator's. */
    public Duration oneTimePasswordLife() {
        return oneTimePasswordLife;
    }

    /** How long a sign-in waits for the code of the second factor. */
    public Duration challengeLife() {
        return challengeLife;
    }

    /** Whether people may make accounts of their own, unless an administrator decides; needs a mail server. */
    public boolean registration() {
        return registration;
    }

    /** The domains of e-mail addresses that may register, separated by commas, unless an administrator sets others. */
    public Optional<String> registrationDomains() {
        return registrationDomains;
    }

    /**
     * Where to ask for breached passwords, in the form of {@code https://api.pwnedpasswords.com/range/}. Setting it has
     * them refused, unless an administrator decides otherwise.
     */
    public Optional<String> breachedPasswordsUrl() {
        return breachedPasswordsUrl;
    }

    /** Fewest characters of a password, unless an administrator sets another number. */
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

    /** How long ended sessions and links are kept; where somebody signed in before is known for so long at most. */
    public Duration endedLife() {
        return endedLife;
    }
}
