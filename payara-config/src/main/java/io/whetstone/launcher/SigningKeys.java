package io.whetstone.launcher;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The keys of access tokens, as the database holds them. The private halves are sealed by the server; this command
 * makes a pair of its own for each token and leaves only the public half there.
 */
final class SigningKeys {
    private static final String ADD = """
            insert into signing_keys (id, public_key, created_at, retired_at, accepted_until)
            values (?, ?, ?, ?, ?)""";

    private static final String RETIRE = "update signing_keys set retired_at = now() where retired_at is null";

    private final Database owner;

    SigningKeys(Database owner) {
        this.owner = owner;
    }

    /** A pair for one token: the private half is nowhere stored. */
    record OneOff(PrivateKey secret, String id) {}

    OneOff oneOff(Instant now) {
        var pair = newPair();
        var id = "local-" + UUID.randomUUID();
        try (var connection = owner.connectToAll();
                var add = connection.prepareStatement(ADD)) {
            add.setString(1, id);
            add.setBytes(2, pair.getPublic().getEncoded());
            add.setObject(3, now.atOffset(ZoneOffset.UTC));
            add.setObject(4, now.atOffset(ZoneOffset.UTC));
            add.setObject(5, now.plus(AccessToken.LIFE).atOffset(ZoneOffset.UTC));
            add.executeUpdate();
            connection.commit();
            return new OneOff(pair.getPrivate(), id);
        } catch (SQLException failure) {
            throw new Refusal("A key cannot be stored: " + failure.getMessage(), failure);
        }
    }

    /** Retires the key that signs: the server makes the next one within seconds, and the old one verifies on. */
    String rotate() {
        try (var connection = owner.connectToAll();
                var retire = connection.prepareStatement(RETIRE)) {
            var retired = retire.executeUpdate();
            connection.commit();
            return retired == 0
                    ? "No key signs at present; the server makes one when it needs it."
                    : "The server signs with a new key from now on. Tokens of the old one are valid until they expire.";
        } catch (SQLException failure) {
            throw new Refusal("The key cannot be retired: " + failure.getMessage(), failure);
        }
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
