package io.whetstone.launcher;

import io.whetstone.envelope.MasterKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The master keys as a backup holds them: locked with a passphrase.
 *
 * @param cost what Argon2id was told
 * @param salt of the passphrase, in Base64 as the locked keys are
 * @param keys the current one first
 */
record SecretsKeyCopy(Passphrase.Cost cost, String salt, List<Locked> keys) {
    static final String ENTRY = "secrets-key.json";

    record Locked(String id, String locked) {}

    static SecretsKeyCopy lock(List<MasterKey> keys, String passphrase) {
        var salt = new byte[Passphrase.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var cost = Passphrase.Cost.DEFAULT;
        var lock = Passphrase.key(passphrase, salt, cost);
        try {
            return new SecretsKeyCopy(
                    cost,
                    text(salt),
                    keys.stream()
                            .map(key -> new Locked(key.id(), text(key.lock(lock))))
                            .toList());
        } finally {
            Arrays.fill(lock, (byte) 0);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    List<MasterKey> unlock(String passphrase) {
        var lock = Passphrase.key(passphrase, bytes(salt), cost);
        try {
            return keys.stream()
                    .map(key -> MasterKey.unlock(key.id(), lock, bytes(key.locked())))
                    .toList();
        } catch (IllegalStateException refused) {
            throw new Refusal("The passphrase does not open the key of the secrets in this backup.", refused);
        } finally {
            Arrays.fill(lock, (byte) 0);
        }
    }
}
