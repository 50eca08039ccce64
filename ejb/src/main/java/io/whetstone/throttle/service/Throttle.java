package io.whetstone.throttle.service;

import io.whetstone.kernel.RetryLaterException;
import io.whetstone.kernel.Sha256;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.throttle.entity.FailedAttempts;
import io.whetstone.throttle.entity.FailedAttemptsRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts attempts that must not be guessed at, such as sign-ins. An attempt is counted before it is made, so that many
 * at once gain nothing; a right one takes the count back. An account that does not exist is counted like one that does.
 */
@Stateless
@PermitAll
@SystemScoped
public class Throttle {
    private static final String ACCOUNT = "account";
    private static final String ADDRESS = "address";

    @Inject
    FailedAttemptsRepository failures;

    @Inject
    ThrottleConfig config;

    @Inject
    Clock clock;

    /** Refuses while the account or the address has to wait; else the attempt may be made. */
    public Attempt begin(String account, String address) {
        count(ACCOUNT, account, new BackOff(config.freeFailures(), config.lockAfter(), config.lockTime()));
        if (isCounted(address)) {
            var free = config.freeFailuresOfAddress();
            count(ADDRESS, address, new BackOff(free, Integer.MAX_VALUE, config.lockTime()));
        }
        return new Attempt(account, address);
    }

    /** The attempt was right. Others that failed from the same address still count there. */
    public void succeeded(Attempt attempt) {
        failures.remove(ACCOUNT, key(attempt.account()));
        if (isCounted(attempt.address())) {
            var key = key(attempt.address());
            var now = clock.instant();
            var counted = failures.lock(ADDRESS, key, now);
            failures.set(ADDRESS, key, new FailedAttempts(Math.max(0, counted.failures() - 1), counted.lastAt(), now));
        }
    }

    /** Until when the account takes no attempt, if it is so. */
    public Optional<Instant> blockedUntil(String account) {
        return failures.find(ACCOUNT, key(account))
                .map(FailedAttempts::blockedUntil)
                .filter(until -> until.isAfter(clock.instant()));
    }

    /** Forgets the failures of an account. */
    public void unlock(String account) {
        failures.remove(ACCOUNT, key(account));
    }

    private void count(String kind, String name, BackOff backOff) {
        var now = clock.instant();
        var key = key(name);
        var former = failures.lock(kind, key, now);
        if (now.isBefore(former.blockedUntil())) {
            throw new RetryLaterException(
                    Duration.between(now, former.blockedUntil()), "Too many failed attempts. Try again later");
        }
        var forgotten = now.isAfter(former.lastAt().plus(config.forgetAfter()));
        var count = forgotten ? 1 : former.failures() + 1;
        failures.set(kind, key, new FailedAttempts(count, now, now.plus(backOff.after(count))));
    }

    /** This machine itself is not: behind a proxy that is not known as one, all people come from there. */
    private static boolean isCounted(String address) {
        return !address.isEmpty() && !address.startsWith("127.") && !"0:0:0:0:0:0:0:1".equals(address);
    }

    private static byte[] key(String name) {
        return Sha256.of(name.toLowerCase(Locale.ROOT));
    }
}
