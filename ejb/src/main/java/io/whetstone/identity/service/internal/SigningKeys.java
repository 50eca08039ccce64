package io.whetstone.identity.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.whetstone.identity.service.IdentityConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The RSA key that signs access tokens, and what verifies them. A key's id is its thumbprint (RFC 7638). */
@ApplicationScoped
public class SigningKeys {
    @Inject
    IdentityConfig config;

    private RSASSASigner signer;
    private RSASSAVerifier verifier;
    private String id;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void read() {
        try {
            var pem = Files.readString(config.privateKey()).replaceAll("-----[A-Z ]+-----", "");
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(encoded);
            var open = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            signer = new RSASSASigner(secret);
            verifier = new RSASSAVerifier(open);
            id = new RSAKey.Builder(open).build().computeThumbprint().toString();
        } catch (IOException | GeneralSecurityException | JOSEException unreadable) {
            throw new IllegalStateException("The key " + config.privateKey() + " cannot be read", unreadable);
        }
    }

    RSASSASigner signer() {
        return signer;
    }

    /** The id of the key that signs now. */
    String id() {
        return id;
    }

    /** What verifies tokens that name this key; a token that names none was signed by the oldest one. */
    Optional<JWSVerifier> verifier(@Nullable String keyId) {
        return keyId == null || keyId.equals(id) ? Optional.of(verifier) : Optional.empty();
    }
}
