package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The files in which the server finds its identity: a key store for its listener, under a password that this start
 * alone knows, and its certificate for the commands of this machine.
 */
final class TlsStore {
    static final String ALIAS = "whetstone";
    private static final String TYPE = "PKCS12";

    /** Those with forward secrecy and authenticated encryption. */
    static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private TlsStore() {}

    /** Writes both anew, or takes away what an earlier start left. The listener reads its properties at the boot. */
    static void prepare(Home home, Optional<TlsIdentity> identity) throws IOException {
        Files.deleteIfExists(store(home));
        Files.deleteIfExists(certificate(home));
        if (identity.isEmpty()) {
            return;
        }
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var password = Base64.getEncoder().encodeToString(random);
        try {
            write(store(home), identity.get(), password.toCharArray());
            Files.write(certificate(home), identity.get().chain().get(0).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new Refusal("The certificate cannot be handed to the server: " + impossible.getMessage(), impossible);
        }
        ServerProperties.publish(store(home), password, identity.get().ends());
    }

    private static void write(Path file, TlsIdentity identity, char[] password)
            throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(TYPE);
        keys.load(null, null);
        keys.setKeyEntry(ALIAS, identity.key(), password, identity.chain().toArray(Certificate[]::new));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(file)) {
            keys.store(out, password);
        }
    }

    /** Trusts the very certificate that the server of this home was started with, whatever names stand in it. */
    static SSLSocketFactory trust(Home home) throws IOException {
        try (var in = Files.newInputStream(certificate(home))) {
            var trusted = KeyStore.getInstance(TYPE);
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    ALIAS, CertificateFactory.getInstance("X.509").generateCertificate(in));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException damaged) {
            throw new IOException(damaged);
        }
    }

    private static Path store(Home home) {
        return home.payara().resolve("tls.p12");
    }

    private static Path certificate(Home home) {
        return home.run().resolve("certificate.der");
    }
}
