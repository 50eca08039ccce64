package io.whetstone.sso.service.internal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** Signatures with Ed25519 (RFC 8037), which the JDK checks itself: the JOSE library would need another one for it. */
final class EdwardsSignature {
    /** RFC 8037 calls the algorithm EdDSA, RFC 9864 by its curve. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private static final String CURVE = "Ed25519";
    private static final int KEY_LENGTH = 32;

    /** What stands before the key's own bytes in a SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private EdwardsSignature() {}

    static boolean isOf(SignedJWT token, JWK key) {
        if (!(key instanceof OctetKeyPair pair) || !Curve.Ed25519.equals(pair.getCurve())) {
            return false;
        }
        try {
            var check = Signature.getInstance(CURVE);
            check.initVerify(publicKey(pair.getX().decode()));
            check.update(token.getSigningInput());
            return check.verify(token.getSignature().decode());
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        if (key.length != KEY_LENGTH) {
            throw new GeneralSecurityException("A key of Ed25519 has 32 bytes");
        }
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(PREFIX);
        encoded.writeBytes(key);
        return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
