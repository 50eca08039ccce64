package io.whetstone.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of the tests under which they prove on whose behalf they work, as the application does. */
final class TestTenancy {
    private static final byte[] KEY = "a key of thirty-two bytes, really".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK = 64;

    private TestTenancy() {}

    static void store(EmbeddedPostgres server) throws SQLException {
        try (var owner = server.getPostgresDatabase().getConnection();
                var insert = owner.prepareStatement(
                        "insert into tenancy_keys (id, inner_pad, outer_pad) values ('test', ?, ?)")) {
            insert.setBytes(1, padded(0x36));
            insert.setBytes(2, padded(0x5c));
            insert.executeUpdate();
        }
    }

    static String proof(String userId, String system) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            var message = (userId + "|" + system).getBytes(StandardCharsets.UTF_8);
            return "test:" + HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] padded(int pad) {
        var block = new byte[BLOCK];
        System.arraycopy(KEY, 0, block, 0, KEY.length);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }
}
