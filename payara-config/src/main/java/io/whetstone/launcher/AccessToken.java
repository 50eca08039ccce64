package io.whetstone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A signed access token as the server itself issues them (RFC 7519, RS256), for scripts on the same machine. */
final class AccessToken {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccessToken() {}

    /**
     * Signs a token.
     *
     * @param keyId names the public half, so that the server finds it
     */
    static String issue(UUID administrator, UUID session, PrivateKey key, String keyId, Instant now) {
        try {
            var header = JSON.createObjectNode()
                    .put("alg", "RS256")
                    .put("typ", "JWT")
                    .put("kid", keyId);
            var signed = part(header) + "." + part(claims(administrator, session, now));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException failure) {
            throw new Refusal("A token cannot be signed: " + failure.getMessage(), failure);
        }
    }

    private static ObjectNode claims(UUID administrator, UUID session, Instant now) {
        var claims = JSON.createObjectNode()
                .put("iss", "whetstone")
                .put("aud", "whetstone")
                .put("sub", administrator.toString())
                .put("upn", administrator.toString())
                .put("sid", session.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        claims.putArray("groups").add("user").add("admin");
        return claims;
    }

    private static String part(ObjectNode content) throws JsonProcessingException {
        return base64(JSON.writeValueAsBytes(content));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
