package io.whetstone.identity.service;

import io.whetstone.identity.password.service.internal.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Makes passwords that work for one sign-in. Called outside of any transaction, since the hash is slow. */
@ApplicationScoped
public class OneTimePasswords {
    /**
     * The password to show once and the hash to keep.
     *
     * @param until when it stops working, unless it was used before
     */
    public record OneTime(String password, String hash, Instant until) {}

    @Inject
    Passwords passwords;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    public OneTime next() {
        var password = passwords.oneTime();
        var until = clock.instant().plus(config.oneTimePasswordLife());
        return new OneTime(password, passwords.hash(password), until);
    }
}
