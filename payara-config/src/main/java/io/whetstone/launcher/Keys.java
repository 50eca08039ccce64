package io.whetstone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
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

    Path jwtPrivate() {
        return folder.resolve("jwt-private.pem");
    }

    Path jwtPublic() {
        return folder.resolve("jwt-public.pem");
    }

    /** Key that the server encrypts stored credentials with; a backup leaves it out. */
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
            if (!Files.exists(masterKey())) {
                Home.writePrivate(masterKey(), Base64.getEncoder().encodeToString(randomBytes(32)));
            }
            if (!Files.exists(jwtPrivate()) || !Files.exists(jwtPublic())) {
                makeSigningKeys();
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new Refusal("Keys cannot be written to %s: %s".formatted(folder, failure), failure);
        }
    }

    private void makeSigningKeys() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, RANDOM);
        var pair = generator.generateKeyPair();
        Home.writePrivate(jwtPublic(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        Home.writePrivate(jwtPrivate(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    PrivateKey signingKey() throws IOException, GeneralSecurityException {
        var body = Files.readString(jwtPrivate()).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    static String pem(String kind, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }

    /** A password that can be read aloud; 20 characters carry 115 bits. */
    static String oneTimePassword() {
        var password = new StringBuilder();
        RANDOM.ints(20, 0, READABLE.length()).forEach(index -> password.append(READABLE.charAt(index)));
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
