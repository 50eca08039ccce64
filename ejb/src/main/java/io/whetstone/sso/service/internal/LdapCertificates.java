package io.whetstone.sso.service.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates that an administrator gave (PEM), or the usual ones when none were given. */
public final class LdapCertificates {
    private LdapCertificates() {}

    static SSLSocketFactory trusting(@Nullable String pem) {
        try {
            var context = SSLContext.getInstance("TLS");
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pem == null || pem.isBlank() ? null : store(pem));
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new UpstreamException("The certificate authority cannot be used", unusable);
        }
    }

    /** Whether a text holds at least one certificate and nothing but certificates. */
    public static boolean isReadable(String pem) {
        try {
            return store(pem).size() > 0;
        } catch (GeneralSecurityException | IOException malformed) {
            return false;
        }
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        var bytes = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII));
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        if (number == 0) {
            throw new CertificateException("There is no certificate in it");
        }
        return store;
    }
}
