package io.whetstone.launcher;

import io.whetstone.envelope.KeyRing;
import io.whetstone.envelope.MasterKey;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * {@code whetstone secrets rotate}: a new master key, and every data key wrapped by it instead of the former one, in
 * batches and while the server runs. Both keys are at hand until the last data key is moved, so the command may die at
 * any moment; run again, it goes on where it was.
 */
final class MasterKeyRotation {
    private static final int BATCH = 100;

    /** Any number of our own: two rotations at once would write two next keys. */
    private static final long LOCK = 0x77735f726f74L;

    private static final String ONE_KEY_GIVEN = """
            The master key comes from %s. Put the new key before the present one there, separated by a comma
            (make it with: openssl rand -base64 32), restart the server with it, and rotate again.""";

    private static final String DONE = """
            Every data key is wrapped by the master key %s now.
            The former key %s opens nothing that is stored here. Older backups still need it; once they are gone,
            destroy it: %s""";

    private final MasterKeys keys;
    private final Progress progress;

    MasterKeyRotation(MasterKeys keys, Progress progress) {
        this.keys = keys;
        this.progress = progress;
    }

    void run(Database owner) {
        try (var connection = owner.connectToAll()) {
            lock(connection);
            var known = new KnownKeys(connection);
            var former = known.current()
                    .orElseThrow(() -> new Refusal("There is no master key yet: ./whetstone up makes one."));
            var next = next(known, former);
            if (!next.id().equals(former)) {
                known.supersede(next.id());
                connection.commit();
                progress.step("New data keys are wrapped by the master key " + next.id());
            }
            rewrap(connection, next);
            finish(connection, known, next);
        } catch (SQLException failure) {
            throw new Refusal(
                    "The rotation stopped: %s. Run it again to go on; everything opens meanwhile."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            try (var rows = query.executeQuery()) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    throw new Refusal("Another rotation is under way.");
                }
            }
        }
    }

    /** The key to move to: that of a rotation that was begun, else a new one. */
    private MasterKey next(KnownKeys known, String former) throws SQLException {
        if (keys.areGiven()) {
            return given(known, former);
        }
        if (Files.exists(keys.next())) {
            return KeyRing.read(keys.next()).first().orElseThrow();
        }
        if (known.rotating()) {
            return at(former);
        }
        at(former);
        var made = MasterKey.generate();
        keys.writeNext(made);
        return made;
    }

    private MasterKey given(KnownKeys known, String former) throws SQLException {
        var first = keys.ring().first().orElseThrow();
        if (first.id().equals(former) && !known.rotating()) {
            throw new Refusal(ONE_KEY_GIVEN.formatted(keys.place()));
        }
        at(former);
        return first;
    }

    private MasterKey at(String id) {
        return keys.ring()
                .find(id)
                .orElseThrow(() -> new Refusal("The master key %s is not at hand in %s.".formatted(id, keys.place())));
    }

    private void rewrap(Connection connection, MasterKey next) throws SQLException {
        var ring = keys.ring();
        long done = 0;
        int moved = batch(connection, ring, next);
        while (moved > 0) {
            done += moved;
            progress.step(done + " data keys moved");
            moved = batch(connection, ring, next);
        }
    }

    private static int batch(Connection connection, KeyRing ring, MasterKey next) throws SQLException {
        try (var query = connection.prepareStatement("""
                        select id, workspace_id, master_key_id, wrapped from data_keys where master_key_id <> ?
                        order by id limit ? for update""");
                var change = connection.prepareStatement(
                        "update data_keys set master_key_id = ?, wrapped = ? where id = ?")) {
            query.setString(1, next.id());
            query.setInt(2, BATCH);
            int count = 0;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var owner = rows.getObject(2, UUID.class);
                    var former = ring.find(rows.getString(3))
                            .orElseThrow(() ->
                                    new Refusal("The master key of the data key %s is not at hand.".formatted(id)));
                    change.setString(1, next.id());
                    change.setBytes(2, next.wrap(former.unwrap(id, owner, rows.getBytes(4)), owner));
                    change.setObject(3, id);
                    change.addBatch();
                    count++;
                }
            }
            change.executeBatch();
            connection.commit();
            return count;
        }
    }

    private void finish(Connection connection, KnownKeys known, MasterKey next) throws SQLException {
        if (!keys.areGiven() && Files.exists(keys.next())) {
            keys.advance();
        }
        var retired = known.retire();
        connection.commit();
        retired.forEach(id -> progress.say(DONE.formatted(next.id(), id, destruction(id))));
        if (retired.isEmpty()) {
            progress.say("The master key is " + next.id());
        }
    }

    private String destruction(String id) {
        return keys.areGiven()
                ? "remove it from " + keys.place() + " and restart the server."
                : String.join(" ", List.of("shred -u", keys.former(id).toString()));
    }
}
