package io.whetstone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of one home, each in a file of its own that only its owner reads; made when first asked for. */
final class Keys {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letters or digits that people mistake for each other. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    String superuserPassword() {
        return password("postgres-superuser-password");
    }

    String ownerPassword() {
        return password("owner-db-password");
    }

    String appPassword() {
        return password("app-db-password");
    }

    /** Key that wraps the keys of stored credentials; {@link MasterKeyCheck} makes it, once. A backup leaves it out. */
    Path masterKey() {
        return folder.resolve("secrets-master-key");
    }

    /** Key that proves to the database on whose behalf the server works. */
    Path tenancyKey() {
        return folder.resolve("tenancy-key");
    }

    void ensureAll() {
        try {
            if (!Files.exists(tenancyKey())) {
                Home.writePrivate(tenancyKey(), Base64.getEncoder().encodeToString(randomBytes(32)));
            }
        } catch (IOException failure) {
            throw new Refusal("Keys cannot be written to %s: %s".formatted(folder, failure), failure);
        }
    }

    /** A password that can be read aloud; 24 characters carry 139 bits. */
    static String oneTimePassword() {
        var password = new StringBuilder();
        RANDOM.ints(24, 0, READABLE.length()).forEach(index -> password.append(READABLE.charAt(index)));
        return password.toString();
    }

    private String password(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Home.writePrivate(file, HexFormat.of().formatHex(randomBytes(24)));
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
