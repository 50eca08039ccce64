package io.whetstone.secondfactor.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secondfactor.entity.SecondFactor;
import io.whetstone.secondfactor.entity.SecondFactorRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The second factors of people. It decides about codes only: who may ask is decided by whoever calls. */
@Stateless
@PermitAll
@SystemScoped
public class SecondFactors {
    private static final Pattern DIGITS = Pattern.compile("\\d{6}");
    private static final String ISSUER = "Whetstone";

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecondFactorRepository factors;

    @Inject
    RecoveryCodes codes;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    public boolean isEnabled(UUID userId) {
        return factors.find(userId).filter(SecondFactor::isConfirmed).isPresent();
    }

    /** Makes a secret that counts for nothing until a code confirms it. */
    public Enrolment enrol(UUID userId, String account) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        var text = Base32.encode(secret);
        var sealed = sealer.seal(purpose(userId), text);
        var known = factors.lock(userId);
        if (known.filter(SecondFactor::isConfirmed).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is a second factor already: disable it first");
        }
        known.ifPresentOrElse(
                factor -> factor.replace(sealed, clock.instant()),
                () -> factors.add(new SecondFactor(userId, sealed, clock.instant())));
        return new Enrolment(text, uri(account, text));
    }

    /** Makes the secret count, when the code is right, and answers the recovery codes. */
    public List<String> confirm(UUID userId, String code) {
        var factor = factors.lock(userId)
                .filter(found -> !found.isConfirmed())
                .orElseThrow(() -> new ProblemException(ProblemType.CONFLICT, "There is no second factor to confirm"));
        if (!useApp(factor, userId, plain(code))) {
            throw ProblemException.invalid("/code", "is not the code that the app shows now");
        }
        factor.confirm(clock.instant());
        return codes.replace(userId);
    }

    /** Whether the code is right; it is not a second time. */
    public boolean use(UUID userId, String code) {
        var factor = factors.lock(userId).filter(SecondFactor::isConfirmed);
        if (factor.isEmpty()) {
            return false;
        }
        var plain = plain(code);
        return DIGITS.matcher(plain).matches()
                ? useApp(factor.get(), userId, plain)
                : codes.use(userId, plain, clock.instant());
    }

    public List<String> replaceRecoveryCodes(UUID userId) {
        return codes.replace(userId);
    }

    public int recoveryCodesLeft(UUID userId) {
        return factors.unusedCodes(userId).size();
    }

    /** Forgets a person's second factor with its recovery codes. */
    public void remove(UUID userId) {
        factors.removeCodes(userId);
        factors.lock(userId).ifPresent(factors::remove);
    }

    private boolean useApp(SecondFactor factor, UUID userId, String code) {
        var secret = Base32.decode(sealer.open(purpose(userId), factor.sealedSecret()));
        var step = Totp.match(secret, code, clock.instant());
        return step.isPresent() && factor.use(step.getAsLong());
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String purpose(UUID userId) {
        return "totp:" + userId;
    }

    /** What authenticator apps read from a QR code (key URI format). */
    private static String uri(String account, String secret) {
        var label = URLEncoder.encode(ISSUER + ":" + account, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
    }
}
