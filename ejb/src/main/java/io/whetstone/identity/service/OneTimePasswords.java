package io.whetstone.identity.service;

import io.whetstone.identity.password.service.internal.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes passwords that work for one sign-in. Called outside of any transaction, since the hash is slow. */
@ApplicationScoped
public class OneTimePasswords {
    /** The password to show once and the hash to keep. */
    public record OneTime(String password, String hash) {}

    @Inject
    Passwords passwords;

    public OneTime next() {
        var password = passwords.oneTime();
        return new OneTime(password, passwords.hash(password));
    }
}
