package io.whetstone.launcher;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who the server is where it speaks TLS itself.
 *
 * @param chain its own certificate first, then those of its issuers
 */
record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
    private static final String WHAT = "The certificate (whetstone.tls.certificate)";
    private static final int LEAST_RSA_BITS = 2048;
    private static final Duration SOON = Duration.ofDays(30);

    /** What the settings name, if they name any; refuses what no browser would accept. */
    static Optional<TlsIdentity> of(Settings settings, Instant now) {
        if (!settings.tls()) {
            return Optional.empty();
        }
        if (settings.url().startsWith("http:")) {
            throw new Refusal("With a certificate the server answers by https only, but %s (%s) is %s."
                    .formatted(Setting.URL.variable(), Setting.URL.key(), settings.url()));
        }
        var certificate = path(settings, Setting.TLS_CERTIFICATE);
        var identity =
                new TlsIdentity(chain(Pem.read(WHAT, certificate)), TlsKey.read(path(settings, Setting.TLS_KEY)));
        identity.requireValid(certificate, now);
        identity.requireLinked(certificate);
        identity.requireOwnKey(certificate);
        return Optional.of(identity);
    }

    private static Path path(Settings settings, Setting setting) {
        var text = settings.get(setting);
        if (text.isEmpty()) {
            throw new Refusal("HTTPS needs a certificate and its key: set %s and %s, or neither."
                    .formatted(Setting.TLS_CERTIFICATE.variable(), Setting.TLS_KEY.variable()));
        }
        return Path.of(text).toAbsolutePath();
    }

    private static List<X509Certificate> chain(Pem pem) {
        var chain = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (var block : pem.blocks("CERTIFICATE")) {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
            }
        } catch (CertificateException damaged) {
            throw pem.broken(damaged);
        }
        if (chain.isEmpty()) {
            throw new Refusal(
                    "%s %s must be in PEM form, with -----BEGIN CERTIFICATE----- in it.".formatted(WHAT, pem.file()));
        }
        return List.copyOf(chain);
    }

    private void requireValid(Path file, Instant now) {
        for (var certificate : chain) {
            var name = certificate.getSubjectX500Principal().getName();
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                throw new Refusal("%s %s: %s ended on %s. Put a new one in its place."
                        .formatted(WHAT, file, name, certificate.getNotAfter().toInstant()));
            }
            if (certificate.getNotBefore().toInstant().isAfter(now)) {
                throw new Refusal("%s %s: %s does not begin before %s."
                        .formatted(WHAT, file, name, certificate.getNotBefore().toInstant()));
            }
        }
    }

    private void requireLinked(Path file) {
        for (int place = 1; place < chain.size(); place++) {
            try {
                chain.get(place - 1).verify(chain.get(place).getPublicKey());
            } catch (GeneralSecurityException stranger) {
                throw new Refusal(
                        "%s %s: number %d in it did not issue number %d. The server's own comes first, then its issuers."
                                .formatted(WHAT, file, place + 1, place),
                        stranger);
            }
        }
    }

    private void requireOwnKey(Path file) {
        var open = chain.get(0).getPublicKey();
        if (open instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new Refusal("%s %s has an RSA key of %d bits; %d are the least."
                    .formatted(WHAT, file, rsa.getModulus().bitLength(), LEAST_RSA_BITS));
        }
        if (!open.getAlgorithm().equals(key.getAlgorithm()) || !signs(open)) {
            throw new Refusal("The key (whetstone.tls.key) is not that of the first certificate in %s, %s."
                    .formatted(file, chain.get(0).getSubjectX500Principal().getName()));
        }
    }

    private boolean signs(PublicKey open) {
        try {
            var signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            var proof = signature.sign();
            signature.initVerify(open);
            return signature.verify(proof);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }

    Instant ends() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** What to say at the start where the end is near. */
    Optional<String> warning(Instant now) {
        var left = Duration.between(now, ends());
        return left.compareTo(SOON) > 0
                ? Optional.empty()
                : Optional.of("The certificate ends in %d days, on %s. Renew it, and start again."
                        .formatted(left.toDays(), ends()));
    }
}
