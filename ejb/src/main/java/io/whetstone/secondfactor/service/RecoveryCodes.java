package io.whetstone.secondfactor.service;

import io.whetstone.kernel.Sha256;
import io.whetstone.secondfactor.entity.RecoveryCode;
import io.whetstone.secondfactor.entity.SecondFactorRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes and checks recovery codes: 140 random bits in seven groups, stored as SHA-256. */
@ApplicationScoped
class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int BYTES = 18;
    private static final int CHARACTERS = 28;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecondFactorRepository factors;

    /** Replaces all codes of a person; the new ones are told this once. */
    List<String> replace(UUID userId) {
        factors.removeCodes(userId);
        var codes = Stream.generate(this::next).limit(COUNT).toList();
        codes.forEach(code -> factors.add(new RecoveryCode(userId, hash(code))));
        return codes;
    }

    boolean use(UUID userId, String code, Instant now) {
        var hash = hash(code);
        var found = factors.unusedCodes(userId).stream()
                .filter(unused -> unused.matches(hash))
                .findFirst();
        found.ifPresent(unused -> unused.use(now));
        return found.isPresent();
    }

    private String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes)
                .substring(0, CHARACTERS)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Whatever the case and the dashes that a person types. */
    private static byte[] hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }
}
