package io.whetstone.system.service;

import io.whetstone.storage.service.ObjectStorage;
import io.whetstone.storage.service.StorageSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Tries out what the server cannot work without. */
@ApplicationScoped
public class Checks {
    @Inject
    DatabaseProbe database;

    @Inject
    ObjectStorage storage;

    @Inject
    StorageSpace space;

    @Inject
    SystemConfig config;

    public List<Check> all() {
        return List.of(database(), storage(), disk());
    }

    public Check database() {
        try {
            return Check.up("database", "PostgreSQL " + database.version());
        } catch (RuntimeException away) {
            return Check.down("database", "The database does not answer");
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
            return Check.down("storage", "Files cannot be written");
        }
    }

    public Check disk() {
        try {
            var free = space.free();
            var detail = "%d MiB free".formatted(free >> 20);
            return free < config.minimumFreeSpace() ? Check.down("disk", detail) : Check.up("disk", detail);
        } catch (UncheckedIOException failure) {
            return Check.down("disk", "The storage cannot be read");
        }
    }
}
