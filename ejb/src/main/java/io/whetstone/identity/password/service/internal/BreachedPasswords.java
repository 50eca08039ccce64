package io.whetstone.identity.password.service.internal;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundClient;
import io.whetstone.outbound.service.OutboundRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Asks a service in the form of Have I Been Pwned whether a password was seen in a breach. It learns five of the forty
 * digits of a hash (k-anonymity). When the service does not answer, nobody is kept out.
 */
@ApplicationScoped
public class BreachedPasswords {
    private static final Logger LOGGER = System.getLogger(BreachedPasswords.class.getName());
    private static final String PUBLIC_SERVICE = "https://api.pwnedpasswords.com/range/";
    private static final int PREFIX = 5;
    private static final int MOST_BYTES = 1 << 20;

    @Inject
    IdentityConfig config;

    @Inject
    OutboundClient http;

    boolean contain(String password) {
        return contain(config.breachedPasswordsUrl().orElse(PUBLIC_SERVICE), sha1(password));
    }

    private boolean contain(String service, String hash) {
        try {
            var range = URI.create(service + hash.substring(0, PREFIX));
            var request = OutboundRequest.get(range, http.limits().withMaxBytes(MOST_BYTES))
                    .with("Add-Padding", "true");
            try (var answer = http.send(request)) {
                var lines = new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII).lines();
                return answer.isSuccess() && lines.anyMatch(line -> isHit(line, hash.substring(PREFIX)));
            }
        } catch (IOException | ProblemException failure) {
            LOGGER.log(Level.WARNING, "breached_passwords.unavailable", failure);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Padding has the count 0. */
    static boolean isHit(String line, String suffix) {
        return line.regionMatches(true, 0, suffix, 0, suffix.length())
                && line.startsWith(":", suffix.length())
                && !line.substring(suffix.length() + 1).strip().equals("0");
    }

    private static String sha1(String password) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
