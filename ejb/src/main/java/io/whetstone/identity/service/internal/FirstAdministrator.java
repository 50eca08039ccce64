package io.whetstone.identity.service.internal;

import io.whetstone.identity.password.service.internal.Passwords;
import io.whetstone.identity.service.IdentityConfig;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the first account of an installation that has none, with the password that the launcher left in a file. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {
    private static final Logger LOGGER = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    IdentityConfig config;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @PostConstruct
    void create() {
        config.firstAdminPasswordFile().filter(Files::isReadable).ifPresent(this::create);
    }

    private void create(Path file) {
        if (accounts.createFirst(config.firstAdminEmail(), passwords.hash(password(file)))) {
            LOGGER.log(Level.INFO, "user.first_administrator_created");
        }
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
