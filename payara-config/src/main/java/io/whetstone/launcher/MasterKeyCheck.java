package io.whetstone.launcher;

import io.whetstone.envelope.MasterKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sees to it, before the server is deployed, that the master key at hand is the one that the stored secrets need. */
final class MasterKeyCheck {
    private static final String MADE = """
            The master key of stored credentials (%s) is in %s
            Keep a copy of it in a safe place: without it they cannot be opened, and a backup leaves it out
            unless asked (./whetstone backup FILE --with-secrets-key).""";

    private static final String MISSING = """
            The master key %s is not at hand, and %d data keys of stored credentials need it. Looked in %s, found %s.
            Put the key file back from your copy, or restore a backup that was made with --with-secrets-key.
            No other key is made in its place. If the key is lost for good, the stored credentials are too:
              ./whetstone secrets abandon %s
            deletes them, and the next start makes a new key.""";

    private final MasterKeys keys;

    MasterKeyCheck(MasterKeys keys) {
        this.keys = keys;
    }

    /** Answers what to tell at the first start, which makes the key and writes its fingerprint down. */
    Optional<String> run(Database owner) {
        try (var connection = owner.connectToAll()) {
            var known = new KnownKeys(connection);
            if (known.current().isPresent()) {
                requireAll(known);
                return Optional.empty();
            }
            var first = keys.ring().first().orElseGet(this::make);
            known.add(first.id());
            connection.commit();
            return Optional.of(MADE.formatted(first.id(), keys.place()));
        } catch (SQLException failure) {
            throw new Refusal("The master key cannot be checked: " + failure.getMessage(), failure);
        }
    }

    /** All that open something, the current one first; refuses where one is missing. */
    List<MasterKey> needed(Database owner) {
        try (var connection = owner.connectToAll()) {
            var known = new KnownKeys(connection);
            requireAll(known);
            var ring = keys.ring();
            return known.needed().stream()
                    .map(key -> ring.find(key.id()).orElseThrow())
                    .toList();
        } catch (SQLException failure) {
            throw new Refusal("The master keys cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void requireAll(KnownKeys known) throws SQLException {
        var ring = keys.ring();
        for (var needed : known.needed()) {
            if (ring.find(needed.id()).isEmpty()) {
                var found = ring.first().map(MasterKey::id).orElse("none");
                throw new Refusal(MISSING.formatted(needed.id(), needed.dataKeys(), keys.place(), found, needed.id()));
            }
        }
    }

    private MasterKey make() {
        var made = MasterKey.generate();
        keys.write(made);
        return made;
    }
}
