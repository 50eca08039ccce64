package io.whetstone.system.service;

import io.whetstone.storage.service.ObjectStorage;
import io.whetstone.storage.service.StorageSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tries out what the server cannot work without. */
@ApplicationScoped
public class Checks {
    private static final Logger LOGGER = System.getLogger(Checks.class.getName());
    private static final Duration SOON = Duration.ofDays(30);

    @Inject
    DatabaseProbe database;

    @Inject
    ObjectStorage storage;

    @Inject
    StorageSpace space;

    @Inject
    SystemConfig config;

    @Inject
    Clock clock;

    public List<Check> all() {
        return Stream.concat(Stream.of(database(), storage(), disk()), certificate().stream())
                .toList();
    }

    /** Where the server speaks TLS itself: whether its certificate holds for a while. */
    private Optional<Check> certificate() {
        return config.certificateEnds().map(end -> {
            var detail = "It ends on " + end;
            return Duration.between(clock.instant(), end).compareTo(SOON) > 0
                    ? Check.up("certificate", detail)
                    : Check.down("certificate", detail + ": renew it, and start again");
        });
    }

    public Check database() {
        try {
            return Check.up("database", "PostgreSQL " + database.version());
        } catch (RuntimeException away) {
            return failed("database", "The database does not answer", away);
        }
    }

    /** Writes a small object and removes it. */
    public Check storage() {
        var key = "probe/" + UUID.randomUUID();
        try {
            try (var out = storage.create(key)) {
                out.write(1);
            }
            storage.delete(key);
            return Check.up("storage", "Files can be written");
        } catch (IOException | RuntimeException failure) {
            return failed("storage", "Files cannot be written", failure);
        }
    }

    public Check disk() {
        try {
            var free = space.free();
            var detail = "%d MiB free".formatted(free >> 20);
            return free < config.minimumFreeSpace() ? Check.down("disk", detail) : Check.up("disk", detail);
        } catch (UncheckedIOException failure) {
            return failed("disk", "The storage cannot be read", failure);
        }
    }

    /** Why goes to the log only, and quietly: checks are asked for all the time, and by anybody. */
    private static Check failed(String name, String detail, Exception why) {
        LOGGER.log(Level.DEBUG, "system.check_failed name=" + name, why);
        return Check.down(name, detail);
    }
}
