package io.whetstone.identity.password.service.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.whetstone.identity.service.IdentityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Password hashes: Argon2id (RFC 9106) in PHC form, which carries its own parameters. Slow on purpose. */
@ApplicationScoped
public class Passwords {
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    static final int MAX_LENGTH = 256;
    private static final int ONE_TIME_LENGTH = 24;

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    @Inject
    IdentityConfig config;

    private @Nullable String decoy;

    public String hash(String password) {
        return inTurn(() -> hashNow(password));
    }

    private String hashNow(String password) {
        var function = Argon2Function.getInstance(
                config.argon2Memory(), config.argon2Iterations(), config.argon2Parallelism(), HASH_BYTES, Argon2.ID);
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    public boolean matches(String password, String hash) {
        if (hash.isEmpty() || password.length() > MAX_LENGTH) {
            return pretend(password);
        }
        var function = Argon2Function.getInstanceFromHash(hash);
        return inTurn(() -> Password.check(password, hash).with(function));
    }

    /** Takes as long as a real check, so that an unknown address cannot be told from a wrong password. */
    public boolean pretend(String password) {
        if (decoy == null) {
            decoy = hash("decoy");
        }
        matches(password.substring(0, Math.min(password.length(), MAX_LENGTH)), decoy);
        return false;
    }

    /** Each hash takes megabytes of memory: only so many are made at once. */
    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Whether a hash was made with other parameters than the configured ones. */
    public boolean isOutdated(String hash) {
        var used = Argon2Function.getInstanceFromHash(hash);
        return used.getMemory() != config.argon2Memory()
                || used.getIterations() != config.argon2Iterations()
                || used.getParallelism() != config.argon2Parallelism();
    }

    /** A password for one sign-in, easy to read out: 24 characters, 139 bits. */
    public String oneTime() {
        var password = new StringBuilder();
        for (var i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
