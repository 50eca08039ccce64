package io.whetstone.kernel.service;

import io.whetstone.kernel.Sha256;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to PostgreSQL that the application, and not a smuggled statement, says on whose behalf a transaction works: an
 * HMAC-SHA-256 (RFC 2104) under a key that the launcher has told the database and nobody can read there.
 */
@ApplicationScoped
class TenancyProof {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 16;

    @Inject
    TenancyConfig config;

    private SecretKeySpec key;
    private String id;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void read() {
        try {
            var bytes = Base64.getDecoder()
                    .decode(Files.readString(config.keyFile()).strip());
            key = new SecretKeySpec(bytes, ALGORITHM);
            id = HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, ID_LENGTH);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The key " + config.keyFile() + " cannot be read", unreadable);
        }
    }

    /** The proof of a scope, as the database checks it. */
    String of(Tenancy.Scope scope) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var message = scope.userId() + "|" + (scope.system() ? "on" : "");
            return id + ":" + HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
