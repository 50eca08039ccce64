package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key under which a server proves on whose behalf it works. The owner tells the database the two halves of its HMAC
 * (RFC 2104); the application's role cannot read them. Several servers of one database have a key each.
 */
final class TenancyKey {
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
    private static final int ID_LENGTH = 16;
    private static final String STORE = """
            insert into tenancy_keys (id, inner_pad, outer_pad) values (?, ?, ?)
            on conflict (id) do update set seen_at = now()""";

    private TenancyKey() {}

    static void store(Path file, Database owner) {
        try (var connection = owner.connect();
                var statement = connection.prepareStatement(STORE)) {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            statement.setString(1, id(key));
            statement.setBytes(2, padded(key, INNER));
            statement.setBytes(3, padded(key, OUTER));
            statement.executeUpdate();
        } catch (IOException | SQLException failure) {
            throw new Refusal("The key %s cannot be told to the database: %s".formatted(file, failure), failure);
        }
    }

    private static String id(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] padded(byte[] key, byte pad) {
        var block = new byte[BLOCK];
        System.arraycopy(key, 0, block, 0, key.length);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        return block;
    }
}
